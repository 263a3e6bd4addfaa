package io.assay.producer.dataset;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/// Rows of a file, one after the other.
interface Rows extends Closeable {

  /// The next row; null at the end.
  ///
  /// @throws DatasetException where nothing after this place can be read
  @Nullable Row next();

  /// What a row's number counts.
  default String unit() {
    return "line";
  }

  @Override
  void close();
}
