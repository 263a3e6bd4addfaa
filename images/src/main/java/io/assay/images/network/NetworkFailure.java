package io.assay.images.network;

import org.jspecify.annotations.Nullable;

/// A network could not be run, or gave what cannot be used. No model that made a picture is to
/// blame.
public final class NetworkFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NetworkFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
