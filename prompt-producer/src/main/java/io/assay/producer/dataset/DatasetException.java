package io.assay.producer.dataset;

import org.jspecify.annotations.Nullable;

/// A dataset that cannot be read on. The message names the file and the line.
public sealed class DatasetException extends RuntimeException permits HubClient.Unreachable {

  private static final long serialVersionUID = 1;

  /// With a sentence for a person.
  ///
  /// @param message what is wrong, where, how to mend it
  public DatasetException(String message) {
    super(message);
  }

  DatasetException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
