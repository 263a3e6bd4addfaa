package io.assay.tasks.text;

/// The small letter of a capital sigma: `ς` at the end of a word, else `σ`. What a word is Java
/// asks its dictionaries of word breaks, Python (as the Unicode Standard, 3.13) the characters
/// around.
final class PythonSigma {

  private static final char CAPITAL = 'Σ';
  private static final int IGNORED_CATEGORIES =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.FORMAT
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.MODIFIER_SYMBOL;

  /// Characters in the middle of words, by their word-break property.
  private static final String IGNORED =
      "':.\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

  private PythonSigma() {}

  /// The text with its capital sigmas in lower case.
  static String lowered(String text) {
    int at = text.indexOf(CAPITAL);
    if (at < 0) {
      return text;
    }
    var lowered = new StringBuilder(text);
    for (; at >= 0; at = text.indexOf(CAPITAL, at + 1)) {
      lowered.setCharAt(at, isFollowed(text, at) || !isPreceded(text, at) ? 'σ' : 'ς');
    }
    return lowered.toString();
  }

  private static boolean isPreceded(String text, int at) {
    int before = at;
    while (before > 0 && isIgnored(text.codePointBefore(before))) {
      before -= Character.charCount(text.codePointBefore(before));
    }
    return before > 0 && isCased(text.codePointBefore(before));
  }

  private static boolean isFollowed(String text, int at) {
    int after = at + 1;
    while (after < text.length() && isIgnored(text.codePointAt(after))) {
      after += Character.charCount(text.codePointAt(after));
    }
    return after < text.length() && isCased(text.codePointAt(after));
  }

  private static boolean isCased(int codePoint) {
    return Character.isLowerCase(codePoint)
        || Character.isUpperCase(codePoint)
        || Character.isTitleCase(codePoint);
  }

  private static boolean isIgnored(int codePoint) {
    return (IGNORED_CATEGORIES >>> Character.getType(codePoint) & 1) == 1
        || IGNORED.indexOf(codePoint) >= 0;
  }
}
