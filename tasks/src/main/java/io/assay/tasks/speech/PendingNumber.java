package io.assay.tasks.speech;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A number while its words are being read: nothing, a whole number, or digits that stand as they
/// were said. Which of the latter two it is decides how the next word joins.
final class PendingNumber {

  /// The most digits that Python makes a number of.
  static final int MOST_DIGITS = 4300;

  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

  private @Nullable BigInteger whole;
  private @Nullable StringBuilder digits;

  boolean isNone() {
    return whole == null && digits == null;
  }

  boolean isDigits() {
    return digits != null;
  }

  boolean endsWithPoint() {
    return digits != null && digits.charAt(digits.length() - 1) == '.';
  }

  void clear() {
    whole = null;
    digits = null;
  }

  void set(BigInteger value) {
    whole = value;
    digits = null;
  }

  /// Takes a number in digits: a whole one by its value, any other as it is written.
  void setWritten(String number) {
    Optional<BigInteger> value = Decimal.parse(number).flatMap(Decimal::whole);
    clear();
    if (value.isPresent()) {
      whole = value.get();
    } else {
      digits = new StringBuilder(number);
    }
  }

  /// Puts digits behind it.
  void append(CharSequence more) {
    if (digits == null) {
      digits = new StringBuilder(text());
      whole = null;
    }
    digits.append(more);
  }

  /// Puts digits behind it; a whole 0 counts as nothing.
  void appendUnlessZero(CharSequence more) {
    if (whole != null && whole.signum() == 0) {
      whole = null;
    }
    append(more);
  }

  /// `twenty` + `one`, `one` + `two`, `hundred` + `eleven`.
  ///
  /// @param afterUnit whether the word before was a unit
  /// @param afterTen whether the word before was a ten
  void addUnit(int unit, boolean afterUnit, boolean afterTen) {
    if (isNone()) {
      whole = BigInteger.valueOf(unit);
    } else if (digits != null || afterUnit) {
      StringBuilder written = digits;
      if (afterTen && unit < 10 && written != null) {
        written.setLength(written.length() - 1);
      }
      append(Integer.toString(unit));
    } else {
      addOrAppend(unit, unit < 10 ? 10 : 100);
    }
  }

  /// `hundred` + `twenty`.
  void addTen(int ten) {
    if (isNone()) {
      whole = BigInteger.valueOf(ten);
    } else {
      addOrAppend(ten, 100);
    }
  }

  private void addOrAppend(int value, int room) {
    if (whole != null && whole.mod(BigInteger.valueOf(room)).signum() == 0) {
      whole = whole.add(BigInteger.valueOf(value));
    } else {
      append(Integer.toString(value));
    }
  }

  /// The whole number, `two thousand three` + `hundred`: only what is below a thousand is
  /// multiplied.
  void multiplyRest(BigInteger multiplier) {
    BigInteger value = whole == null ? BigInteger.ZERO : whole;
    BigInteger[] parts = value.divideAndRemainder(THOUSAND);
    set(parts[0].multiply(THOUSAND).add(parts[1].multiply(multiplier)));
  }

  boolean isZero() {
    return whole != null && whole.signum() == 0;
  }

  /// The product, if digits and multiplier make a whole number.
  Optional<BigInteger> product(BigInteger multiplier) {
    return Decimal.parse(text()).flatMap(each -> each.times(multiplier));
  }

  /// As it is written; empty where it is nothing.
  String text() {
    return digits != null ? digits.toString() : whole != null ? whole.toString() : "";
  }
}
