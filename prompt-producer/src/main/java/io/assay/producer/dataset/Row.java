package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One row of a file.
sealed interface Row {

  /// Its line in the file, from 1.
  long line();

  /// A row that could be read.
  record Fields(ObjectNode fields, long line) implements Row {}

  /// A row that is no row; those after it can still be read.
  record Unreadable(String reason, long line) implements Row {}
}
