package io.assay.tasks.speech;

import java.math.BigInteger;
import java.util.Optional;

/// A decimal number, exactly.
///
/// @param unscaled its digits
/// @param scale how many of them are behind the point
record Decimal(BigInteger unscaled, int scale) {

  /// Reads `12`, `1.5`, `.5`, `5.` in decimal digits of any script; empty for anything else, and
  /// for numbers of so many digits that Python refuses them.
  static Optional<Decimal> parse(String text) {
    var digits = new StringBuilder(text.length());
    int point = -1;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int codePoint = text.codePointAt(at);
      if (codePoint == '.' && point < 0) {
        point = digits.length();
      } else if (Character.isDigit(codePoint)) {
        digits.append((char) ('0' + Character.digit(codePoint, 10)));
      } else {
        return Optional.empty();
      }
    }
    int before = point < 0 ? digits.length() : point;
    int behind = digits.length() - before;
    boolean tooLong = Math.max(before, behind) > PendingNumber.MOST_DIGITS;
    return digits.isEmpty() || tooLong
        ? Optional.empty()
        : Optional.of(new Decimal(new BigInteger(digits.toString()), behind));
  }

  /// Its value, if that is a whole number.
  Optional<BigInteger> whole() {
    return times(BigInteger.ONE);
  }

  /// The product, if that is a whole number.
  Optional<BigInteger> times(BigInteger multiplier) {
    BigInteger[] parts =
        unscaled.multiply(multiplier).divideAndRemainder(BigInteger.TEN.pow(scale));
    return parts[1].signum() == 0 ? Optional.of(parts[0]) : Optional.empty();
  }
}
