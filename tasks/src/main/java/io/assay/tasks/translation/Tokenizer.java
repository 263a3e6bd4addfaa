package io.assay.tasks.translation;

/// Prepares one segment for being split into words at white space.
@FunctionalInterface
public interface Tokenizer {

  /// The text with white space between tokens; perhaps more of it than one space.
  String tokenize(String text);
}
