package io.assay.tasks.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/// String operations with exactly the results of Python's, in which most metrics are defined.
public final class PythonText {

  /// What Python calls white space, as the inside of a character class.
  static final String SPACE =
      "\\x09-\\x0D\\x1C-\\x20\\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";

  private PythonText() {}

  /// `str.isspace` of one character.
  public static boolean isSpace(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint <= 32 && (codePoint >= 28 || (codePoint >= 9 && codePoint <= 13));
    }
    return codePoint == 0x85
        || codePoint == 0xA0
        || codePoint == 0x1680
        || (codePoint >= 0x2000 && codePoint <= 0x200A)
        || codePoint == 0x2028
        || codePoint == 0x2029
        || codePoint == 0x202F
        || codePoint == 0x205F
        || codePoint == 0x3000;
  }

  /// What `\w` matches in Python: letters, numbers of all kinds, `_`.
  public static boolean isWordCharacter(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> codePoint == '_';
    };
  }

  /// Whether a character is in `string.punctuation`, which is ASCII.
  public static boolean isAsciiPunctuation(int codePoint) {
    return (codePoint >= '!' && codePoint <= '/')
        || (codePoint >= ':' && codePoint <= '@')
        || (codePoint >= '[' && codePoint <= '`')
        || (codePoint >= '{' && codePoint <= '~');
  }

  /// `str.strip()`.
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /// `str.rstrip()`.
  public static String stripEnd(String text) {
    int to = text.length();
    while (to > 0 && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(0, to);
  }

  /// `str.split()`: the pieces between white space.
  public static List<String> split(String text) {
    var pieces = new ArrayList<String>();
    int at = 0;
    while (true) {
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        return pieces;
      }
      int from = at;
      while (at < text.length() && !isSpace(text.charAt(at))) {
        at++;
      }
      pieces.add(text.substring(from, at));
    }
  }

  /// `str.lower()`.
  public static String lower(String text) {
    return PythonSigma.lowered(text).toLowerCase(Locale.ROOT);
  }

  /// Each character as expressions that ignore case compare it. Of the same length as the text, so
  /// that places in one are places in the other.
  public static String folded(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      folded.appendCodePoint(folded(codePoint));
      i += Character.charCount(codePoint);
    }
    return folded.toString();
  }

  private static int folded(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint;
    }
    return Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  /// The text without the characters of `string.punctuation`, which are ASCII.
  public static String withoutPunctuation(String text) {
    return without(text, PythonText::isAsciiPunctuation);
  }

  /// The text without the characters of `string.digits`, which are ASCII.
  public static String withoutDigits(String text) {
    return without(text, character -> character >= '0' && character <= '9');
  }

  private static String without(String text, IntPredicate dropped) {
    var kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (!dropped.test(character)) {
        kept.append(character);
      }
    }
    return kept.toString();
  }

  /// The beginning of a text, for messages: at most so many characters, on one line; halves of
  /// surrogate pairs, which JSON cannot carry, become U+FFFD.
  public static String excerpt(String text, int characters) {
    if (text.length() <= characters && isPlain(text)) {
      return text;
    }
    var line = new StringBuilder();
    int at = 0;
    for (int i = 0; i < characters && at < text.length(); i++) {
      int codePoint = text.codePointAt(at);
      at += Character.charCount(codePoint);
      boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
      line.appendCodePoint(half ? 0xFFFD : isSpace(codePoint) ? ' ' : codePoint);
    }
    return at < text.length() ? line.append('…').toString() : line.toString();
  }

  /// Whether an excerpt would change nothing, which most texts can be told by a look.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
