package io.assay.dashboard.store;

/// The store is in order, but no view of what is to be seen.
final class StaleStoreException extends Exception {

  private static final long serialVersionUID = 1L;

  StaleStoreException(String message) {
    super(message);
  }
}
