package io.assay.workqueue;

/// The broker cannot be used as a work queue. The message says what to do.
public final class UnsupportedBrokerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsupportedBrokerException(String message) {
    super(message);
  }
}
