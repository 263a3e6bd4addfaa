package io.assay.producer.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The samples of one file in its own order.
final class FileItems implements Items {

  private final Rows rows;
  private final SampleMapper mapper;
  private final String name;

  FileItems(Rows rows, SampleMapper mapper, Path file) {
    this.rows = rows;
    this.mapper = mapper;
    this.name = String.valueOf(file.getFileName());
  }

  @Override
  public @Nullable Item next() {
    var row = rows.next();
    return row == null ? null : mapper.item(row, name);
  }

  @Override
  public void close() {
    rows.close();
  }
}
