package io.assay.tasks.translation;

/// sacreBLEU's `intl`: splits off punctuation next to anything but a number, then every symbol. A
/// period after a digit at the end of the text stays where it is, as in `mteval-v14.pl`.
final class InternationalTokenizer implements Tokenizer {

  @Override
  public String tokenize(String text) {
    return spaceAroundSymbols(punctuationBeforeNoNumber(punctuationAfterNoNumber(text)));
  }

  private static String punctuationAfterNoNumber(String text) {
    var split = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int first = text.codePointAt(i);
      i += Character.charCount(first);
      split.appendCodePoint(first);
      if (!isNumber(first) && i < text.length() && isPunctuation(text.codePointAt(i))) {
        int second = text.codePointAt(i);
        i += Character.charCount(second);
        split.append(' ').appendCodePoint(second).append(' ');
      }
    }
    return split.toString();
  }

  private static String punctuationBeforeNoNumber(String text) {
    var split = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int first = text.codePointAt(i);
      i += Character.charCount(first);
      if (isPunctuation(first) && i < text.length() && !isNumber(text.codePointAt(i))) {
        int second = text.codePointAt(i);
        i += Character.charCount(second);
        split.append(' ').appendCodePoint(first).append(' ').appendCodePoint(second);
      } else {
        split.appendCodePoint(first);
      }
    }
    return split.toString();
  }

  private static String spaceAroundSymbols(String text) {
    var split = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isSymbol(codePoint)) {
        split.append(' ').appendCodePoint(codePoint).append(' ');
      } else {
        split.appendCodePoint(codePoint);
      }
    }
    return split.toString();
  }

  private static boolean isNumber(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  private static boolean isPunctuation(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean isSymbol(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }
}
