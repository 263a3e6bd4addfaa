package io.assay.tasks.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/// Numbers as Python reads and writes them: `float(text)` and `str(float)`.
public final class PythonFloat {

  private PythonFloat() {}

  /// `float(text)`: also `nan`, `inf`, `1_000` and the digits of every script, with white space
  /// around; empty where Python raises.
  public static OptionalDouble parse(String text) {
    String ascii = stripped(ascii(text));
    if (ascii.isEmpty()) {
      return OptionalDouble.empty();
    }
    char last = ascii.charAt(ascii.length() - 1);
    if (last != '.' && (last < '0' || last > '9')) {
      return word(ascii);
    }
    return isNumber(ascii)
        ? OptionalDouble.of(Double.parseDouble(ascii.replace("_", "")))
        : OptionalDouble.empty();
  }

  private static OptionalDouble word(String text) {
    char last = text.charAt(text.length() - 1);
    if ("nfyNFY".indexOf(last) < 0) {
      return OptionalDouble.empty(); // most words
    }
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    double sign = text.charAt(0) == '-' ? -1 : 1;
    return switch (PythonText.lower(signed ? text.substring(1) : text)) {
      case "inf", "infinity" -> OptionalDouble.of(sign * Double.POSITIVE_INFINITY);
      case "nan" -> OptionalDouble.of(Double.NaN);
      default -> OptionalDouble.empty();
    };
  }

  /// Sign, digits with or without a point, exponent; by hand because an expression would need a
  /// stack as deep as the text is long.
  private static boolean isNumber(String text) {
    int at = afterSign(text, 0);
    int whole = afterDigits(text, at);
    boolean point = whole < text.length() && text.charAt(whole) == '.';
    int end = point ? afterDigits(text, whole + 1) : whole;
    boolean some = whole > at || (point && end > whole + 1);
    if (some && end < text.length() && "eE".indexOf(text.charAt(end)) >= 0) {
      int power = afterSign(text, end + 1);
      end = afterDigits(text, power);
      some = end > power;
    }
    return some && end == text.length();
  }

  private static int afterSign(String text, int at) {
    return at < text.length() && "+-".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
  }

  /// Digits may have one `_` between them.
  private static int afterDigits(String text, int from) {
    int at = from;
    while (isDigit(text, at) || (at > from && isUnderscore(text, at) && isDigit(text, at + 1))) {
      at++;
    }
    return at;
  }

  private static boolean isUnderscore(String text, int at) {
    return at < text.length() && text.charAt(at) == '_' && text.charAt(at - 1) != '_';
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /// Digits and spaces of any script as ASCII ones.
  private static String ascii(String text) {
    if (isAscii(text)) {
      return text;
    }
    var ascii = new StringBuilder(text.length());
    text.codePoints().map(PythonFloat::ascii).forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static int ascii(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint;
    }
    if (PythonText.isSpace(codePoint)) {
      return ' ';
    }
    return Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER
        ? '0' + Character.digit(codePoint, 10)
        : codePoint;
  }

  /// Without C's white space around, which lacks Python's U+001C to U+001F.
  private static String stripped(String text) {
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

  private static boolean isSpace(char character) {
    return character == ' ' || (character >= 9 && character <= 13);
  }

  /// `str(number)`: the shortest digits that give the number again, with an exponent below 1e-4 and
  /// from 1e16.
  public static String text(double number) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number > 0 ? "0.0" : "-0.0";
    }
    BigDecimal shortest = shortest(number);
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    String magnitude =
        exponent < -4 || exponent >= 16 ? scientific(digits, exponent) : plain(digits, exponent);
    return number < 0 ? "-" + magnitude : magnitude;
  }

  /// Java writes two digits at least, also where one is enough (4.9E-324).
  private static BigDecimal shortest(double number) {
    BigDecimal java = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    BigDecimal rounded = java.round(new MathContext(1));
    return rounded.doubleValue() == number ? rounded.stripTrailingZeros() : java;
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    int size = Math.abs(exponent);
    return digits.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + (size < 10 ? "0" : "")
        + size;
  }

  private static String plain(String digits, int exponent) {
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    int whole = exponent + 1;
    return digits.length() <= whole
        ? digits + "0".repeat(whole - digits.length()) + ".0"
        : digits.substring(0, whole) + "." + digits.substring(whole);
  }
}
