package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Rows of a Parquet file. Only the pages that are being read are in memory.
final class ParquetRows implements Rows {

  private final Path file;
  private final ParquetFileReader reader;
  private final RowReader rows;
  private long row;

  ParquetRows(Path file) {
    this.file = file;
    try {
      this.reader = ParquetFileReader.open(InputFile.of(file));
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
    try {
      this.rows = reader.rowReader();
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  @Override
  public @Nullable Row next() {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      rows.next();
      row++;
      return new Row.Fields(ParquetValues.fields(rows, JsonNodeFactory.instance.objectNode()), row);
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  @Override
  public String unit() {
    return "row";
  }

  /// The library says in many ways that a file is damaged.
  private DatasetException unreadable(Exception e) {
    return new DatasetException(
        file
            + (row == 0 ? "" : ", after row " + row)
            + ", cannot be read as Parquet: "
            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
        e);
  }

  @Override
  public void close() {
    rows.close();
    try {
      reader.close();
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be closed: " + e.getMessage(), e);
    }
  }
}
