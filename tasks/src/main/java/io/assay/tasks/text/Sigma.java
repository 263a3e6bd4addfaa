package io.assay.tasks.text;

/// The Greek letter that looks different at the end of a word. Where a word ends Unicode says by
/// letters alone, which Python follows; Java asks its word breaker.
final class Sigma {

  static final char CAPITAL = '\u03a3';
  private static final char SMALL = '\u03c3';
  private static final char FINAL = '\u03c2';

  private Sigma() {}

  /// Chooses the right one of the two letters.
  ///
  /// @param lower the text in lower case but for the choice between the two letters; of the same
  ///   length but for `İ`, which becomes two characters
  static String lower(String text, String lower) {
    var right = new StringBuilder(lower);
    int shift = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == CAPITAL) {
        right.setCharAt(i + shift, isFinal(text, i) ? FINAL : SMALL);
      }
      shift += text.charAt(i) == '\u0130' ? 1 : 0;
    }
    return right.toString();
  }

  /// After a letter with case and before none, what has nothing to do with case left out.
  private static boolean isFinal(String text, int at) {
    int before = at;
    while (before > 0 && isIgnorable(text.codePointBefore(before))) {
      before -= Character.charCount(text.codePointBefore(before));
    }
    if (before == 0 || !isCased(text.codePointBefore(before))) {
      return false;
    }
    int after = at + 1;
    while (after < text.length() && isIgnorable(text.codePointAt(after))) {
      after += Character.charCount(text.codePointAt(after));
    }
    return after == text.length() || !isCased(text.codePointAt(after));
  }

  private static boolean isCased(int codePoint) {
    return Character.isLowerCase(codePoint)
        || Character.isUpperCase(codePoint)
        || Character.isTitleCase(codePoint);
  }

  /// Unicode's property Case_Ignorable.
  private static boolean isIgnorable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default ->
          "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a"
                  .indexOf(codePoint)
              >= 0;
    };
  }
}
