package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The samples of one file in its own order, of those rows that pass a filter.
final class FileItems implements Items {

  private final Rows rows;
  private final RowFilter filter;
  private final RowMapper mapper;
  private final String name;

  FileItems(Rows rows, RowFilter filter, RowMapper mapper, Path file) {
    this.rows = rows;
    this.filter = filter;
    this.mapper = mapper;
    this.name = String.valueOf(file.getFileName());
  }

  @Override
  public @Nullable Item next() {
    for (var row = rows.next(); row != null; row = rows.next()) {
      String place = name + ", " + rows.unit() + " " + row.line();
      switch (row) {
        case Row.Unreadable(String reason, long _) -> {
          return new Item.Bad(reason, null, place);
        }
        case Row.Fields(ObjectNode fields, long _) when filter.passes(fields) -> {
          return mapper.item(fields, place);
        }
        case Row.Fields _ -> {}
      }
    }
    return null;
  }

  @Override
  public void close() {
    rows.close();
  }
}
