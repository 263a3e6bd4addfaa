package io.assay.tasks.translation;

/// The steps that the tokenizers of the Western languages share, each one pass over the text: what
/// a regular expression would do with every match from left to right, matches never overlapping.
final class Western {

  private Western() {}

  /// Replaces XML's entities of quotation mark, ampersand and angle brackets, in this order, so
  /// that `&amp;lt;` ends as `<`.
  static String unescape(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&quot;", "\"")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
  }

  /// Spaces around ASCII punctuation, except apostrophe, comma, hyphen and period. A space counts
  /// as punctuation here, so that there are always two of them before a digit's neighbour.
  static String spaceAroundPunctuation(String text) {
    var spaced = new StringBuilder(text.length() + text.length() / 2);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isPunctuation(character)) {
        spaced.append(' ').append(character).append(' ');
      } else {
        spaced.append(character);
      }
    }
    return spaced.toString();
  }

  /// Splits off periods and commas that do not stand between digits, and hyphens after digits.
  static String splitAroundDigits(String text) {
    boolean stops = text.indexOf('.') >= 0 || text.indexOf(',') >= 0;
    String split = stops ? stopsBeforeNoDigit(stopsAfterNoDigit(text)) : text;
    return split.indexOf('-') < 0 ? split : hyphensAfterDigit(split);
  }

  private static String stopsAfterNoDigit(String text) {
    var split = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      split.append(character);
      if (!isDigit(character) && i + 1 < text.length() && isStop(text.charAt(i + 1))) {
        split.append(' ').append(text.charAt(++i)).append(' ');
      }
    }
    return split.toString();
  }

  private static String stopsBeforeNoDigit(String text) {
    var split = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isStop(character) && i + 1 < text.length() && !isDigit(text.charAt(i + 1))) {
        split.append(' ').append(character).append(' ').append(text.charAt(++i));
      } else {
        split.append(character);
      }
    }
    return split.toString();
  }

  private static String hyphensAfterDigit(String text) {
    var split = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      split.append(character);
      if (isDigit(character) && i + 1 < text.length() && text.charAt(i + 1) == '-') {
        split.append(" - ");
        i++;
      }
    }
    return split.toString();
  }

  private static boolean isPunctuation(char character) {
    return (character >= '{' && character <= '~')
        || (character >= '[' && character <= '`')
        || (character >= ' ' && character <= '&')
        || (character >= '(' && character <= '+')
        || (character >= ':' && character <= '@')
        || character == '/';
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isStop(char character) {
    return character == '.' || character == ',';
  }
}
