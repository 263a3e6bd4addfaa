package io.assay.dashboard.store;

import org.jspecify.annotations.Nullable;

/// The database could not be opened, read or written; the message says what to do where there is
/// something to do.
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
