package io.assay.standalone.client;

import org.jspecify.annotations.Nullable;

/// Something that a person can mend; the message says what, where and how.
public final class AssayException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public AssayException(String message) {
    super(message);
  }

  public AssayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
