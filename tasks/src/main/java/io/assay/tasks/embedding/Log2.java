package io.assay.tasks.embedding;

import java.math.BigDecimal;
import java.math.MathContext;

/// Binary logarithms of ranks, rounded to the nearest double as the C library's `log2` gives them,
/// which [Math#log(double)] divided by that of 2 is not: where scores are compared with each other,
/// the last bit counts.
final class Log2 {

  private static final int LARGEST = 2048;
  private static final MathContext DIGITS = new MathContext(34);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final double[] TABLE = table();

  private Log2() {}

  /// The logarithm of a number from 1 on.
  static double of(int number) {
    return number <= LARGEST ? TABLE[number] : Math.log(number) / Math.log(2);
  }

  private static double[] table() {
    BigDecimal unit = stepTo(2);
    BigDecimal logarithm = BigDecimal.ZERO;
    var table = new double[LARGEST + 1];
    for (int number = 2; number <= LARGEST; number++) {
      logarithm = logarithm.add(stepTo(number), DIGITS);
      table[number] = logarithm.divide(unit, DIGITS).doubleValue();
    }
    return table;
  }

  /// By how much the natural logarithm grows from the number before: twice the inverse hyperbolic
  /// tangent of 1 / (2 n - 1), by its series.
  private static BigDecimal stepTo(int number) {
    BigDecimal u = BigDecimal.ONE.divide(BigDecimal.valueOf(2L * number - 1), DIGITS);
    BigDecimal square = u.multiply(u, DIGITS);
    BigDecimal sum = u;
    BigDecimal power = u;
    for (int odd = 3; power.precision() - power.scale() > -DIGITS.getPrecision(); odd += 2) {
      power = power.multiply(square, DIGITS);
      sum = sum.add(power.divide(BigDecimal.valueOf(odd), DIGITS), DIGITS);
    }
    return sum.multiply(TWO, DIGITS);
  }
}
