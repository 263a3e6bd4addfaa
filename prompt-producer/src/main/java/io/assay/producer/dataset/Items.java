package io.assay.producer.dataset;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/// Items of a dataset in its order.
public interface Items extends Closeable {

  /// The next item; null at the end.
  ///
  /// @throws DatasetException where nothing after this place can be read
  @Nullable Item next();

  @Override
  void close();
}
