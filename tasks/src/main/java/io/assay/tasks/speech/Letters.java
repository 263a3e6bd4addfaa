package io.assay.tasks.speech;

/// Python's `\w` around a place in a text.
final class Letters {

  private static final int LETTERS_AND_NUMBERS =
      1 << Character.UPPERCASE_LETTER
          | 1 << Character.LOWERCASE_LETTER
          | 1 << Character.TITLECASE_LETTER
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.OTHER_LETTER
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  private Letters() {}

  static boolean isWord(int codePoint) {
    return codePoint == '_' || (LETTERS_AND_NUMBERS >>> Character.getType(codePoint) & 1) == 1;
  }

  static boolean isWordBefore(CharSequence text, int at) {
    return at > 0 && isWord(Character.codePointBefore(text, at));
  }

  static boolean isWordAt(CharSequence text, int at) {
    return at < text.length() && isWord(Character.codePointAt(text, at));
  }

  /// `[0-9]`.
  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
