package io.assay.tasks.instruction;

/// Python's `lstrip`, `rstrip` and `strip` of one character.
final class Trim {

  private Trim() {}

  static String left(String text, char character) {
    int from = 0;
    while (from < text.length() && text.charAt(from) == character) {
      from++;
    }
    return text.substring(from);
  }

  static String right(String text, char character) {
    int to = text.length();
    while (to > 0 && text.charAt(to - 1) == character) {
      to--;
    }
    return text.substring(0, to);
  }

  static String both(String text, char character) {
    return right(left(text, character), character);
  }
}
