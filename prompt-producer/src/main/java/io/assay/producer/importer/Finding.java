package io.assay.producer.importer;

/// Something in a definition that cannot be taken over, or not as it is.
///
/// @param file the file's name
/// @param line the line in it, from 1
/// @param message what it is, in words
/// @param grave whether results would not be those of the definition without it
public record Finding(String file, int line, String message, boolean grave) {

  /// One line for a person.
  public String text() {
    return file + ", line " + line + ": " + message;
  }
}
