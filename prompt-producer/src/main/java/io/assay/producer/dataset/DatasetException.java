package io.assay.producer.dataset;

/// A dataset that cannot be read on. The message names the file and the line.
public final class DatasetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// With a sentence for a person.
  ///
  /// @param message what is wrong, where, how to mend it
  public DatasetException(String message) {
    super(message);
  }

  DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
