package io.assay.tasks.statistics;

import java.math.BigInteger;

/// A sum of doubles without rounding: what was added can be taken away again exactly, and the
/// result, rounded once to the nearest double, does not depend on the order of additions. A small
/// superaccumulator: 32-bit digits in 64-bit words over the whole range of doubles, whose carries
/// are put off (R. Neal, "Fast exact summation using small and large superaccumulators", 2015). Not
/// safe for use by several threads.
public final class ExactSum {

  private static final int DIGIT_BITS = 32;
  private static final long DIGIT = 0xFFFF_FFFFL;
  private static final int LOWEST_EXPONENT = -1074;
  private static final int PRECISION = 53;

  /// Bits of the largest double above the lowest exponent are 2098; the rest is room for carries.
  private static final int DIGITS = 68;

  /// Each addition puts less than 2^32 into a word of 63 bits, so that this many need no carry.
  private static final int ADDITIONS_BETWEEN_CARRIES = 1 << 30;

  private final long[] digits = new long[DIGITS];
  private int additions;

  /// Adds a number.
  ///
  /// @throws IllegalArgumentException where it is not finite
  public void add(double value) {
    accumulate(value, 1);
  }

  /// Takes away a number that was added.
  ///
  /// @throws IllegalArgumentException where it is not finite
  public void subtract(double value) {
    accumulate(value, -1);
  }

  private void accumulate(double value, int sign) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("cannot add " + value + ", expected a finite number");
    }
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    long fraction = bits & 0xF_FFFF_FFFF_FFFFL;
    long mantissa = exponent == 0 ? fraction : fraction | 1L << 52;
    addShifted(mantissa, Math.max(exponent, 1) - 1, bits < 0 ? -sign : sign);
    if (++additions == ADDITIONS_BETWEEN_CARRIES) {
      carry();
    }
  }

  private void addShifted(long mantissa, int shift, int sign) {
    int at = shift / DIGIT_BITS;
    int offset = shift % DIGIT_BITS;
    digits[at] += sign * (mantissa << offset & DIGIT);
    digits[at + 1] += sign * (mantissa >>> (DIGIT_BITS - offset) & DIGIT);
    digits[at + 2] += sign * (mantissa >>> DIGIT_BITS >>> (DIGIT_BITS - offset));
  }

  private void carry() {
    long carried = 0;
    for (int i = 0; i < DIGITS - 1; i++) {
      long word = digits[i] + carried;
      digits[i] = word & DIGIT;
      carried = word >> DIGIT_BITS;
    }
    digits[DIGITS - 1] += carried;
    additions = 0;
  }

  /// The sum, rounded to the nearest double, ties to even; infinite where it is out of range.
  public double value() {
    carry();
    BigInteger sum = exact();
    double magnitude = rounded(sum.abs());
    return sum.signum() < 0 ? -magnitude : magnitude;
  }

  /// The sum in units of the smallest double.
  private BigInteger exact() {
    var bytes = new byte[DIGITS * Integer.BYTES];
    for (int i = 0; i < DIGITS; i++) {
      int from = (DIGITS - 1 - i) * Integer.BYTES;
      for (int j = 0; j < Integer.BYTES; j++) {
        bytes[from + j] = (byte) (digits[i] >> (24 - 8 * j));
      }
    }
    return new BigInteger(bytes);
  }

  private static double rounded(BigInteger magnitude) {
    int dropped = Math.max(0, magnitude.bitLength() - PRECISION);
    long kept = magnitude.shiftRight(dropped).longValueExact();
    if (dropped > 0 && magnitude.testBit(dropped - 1)) {
      boolean exactlyHalf = magnitude.getLowestSetBit() == dropped - 1;
      kept += exactlyHalf ? kept & 1 : 1;
    }
    return Math.scalb((double) kept, dropped + LOWEST_EXPONENT);
  }
}
