package io.assay.tasks.speech;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.jspecify.annotations.Nullable;

/// Makes spaces of marks, symbols and punctuation (Unicode categories M, S and P).
final class Symbols {

  private static final int MARKS =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK;
  private static final int SYMBOLS =
      1 << Character.MATH_SYMBOL
          | 1 << Character.CURRENCY_SYMBOL
          | 1 << Character.MODIFIER_SYMBOL
          | 1 << Character.OTHER_SYMBOL;
  private static final int PUNCTUATION =
      1 << Character.CONNECTOR_PUNCTUATION
          | 1 << Character.DASH_PUNCTUATION
          | 1 << Character.START_PUNCTUATION
          | 1 << Character.END_PUNCTUATION
          | 1 << Character.INITIAL_QUOTE_PUNCTUATION
          | 1 << Character.FINAL_QUOTE_PUNCTUATION
          | 1 << Character.OTHER_PUNCTUATION;
  private static final int NO_WORD = MARKS | SYMBOLS | PUNCTUATION;

  private Symbols() {}

  /// In normal form KC, with spaces for symbols.
  static String toSpaces(String text) {
    String composed = Normalizer.normalize(text, Form.NFKC);
    var plain = new StringBuilder(composed.length());
    composed.codePoints().forEach(each -> plain.appendCodePoint(isAny(NO_WORD, each) ? ' ' : each));
    return plain.toString();
  }

  /// In normal form KD without diacritics, with spaces for symbols other than those to keep.
  static String withDiacriticsToSpaces(String text, String keep) {
    String decomposed = Normalizer.normalize(text, Form.NFKD);
    var plain = new StringBuilder(decomposed.length());
    int at = 0;
    while (at < decomposed.length()) {
      int codePoint = decomposed.codePointAt(at);
      at += Character.charCount(codePoint);
      String letters = codePoint < 0x80 ? null : letters(codePoint);
      if (keep.indexOf(codePoint) >= 0) {
        plain.appendCodePoint(codePoint);
      } else if (letters != null) {
        plain.append(letters);
      } else if (!isAny(NO_WORD, codePoint)) {
        plain.appendCodePoint(codePoint);
      } else if (Character.getType(codePoint) != Character.NON_SPACING_MARK) {
        plain.append(' ');
      }
    }
    return plain.toString();
  }

  private static boolean isAny(int categories, int codePoint) {
    return (categories >>> Character.getType(codePoint) & 1) == 1;
  }

  /// Letters that no normal form takes apart.
  private static @Nullable String letters(int codePoint) {
    return switch (codePoint) {
      case 'œ' -> "oe";
      case 'Œ' -> "OE";
      case 'ø' -> "o";
      case 'Ø' -> "O";
      case 'æ' -> "ae";
      case 'Æ' -> "AE";
      case 'ß' -> "ss";
      case 'ẞ' -> "SS";
      case 'đ', 'ð' -> "d";
      case 'Đ', 'Ð' -> "D";
      case 'þ', 'Þ' -> "th";
      case 'ł' -> "l";
      case 'Ł' -> "L";
      default -> null;
    };
  }
}
