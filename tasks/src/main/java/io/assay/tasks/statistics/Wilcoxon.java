package io.assay.tasks.statistics;

import java.util.Arrays;

/// Wilcoxon's signed-rank test of paired differences. Differences of 0 are left out.
public final class Wilcoxon {

  /// Up to how many differences p-values are exact by default, as in SciPy.
  private static final int MOST_FOR_EXACT = 50;

  private final int count;
  private final boolean zeros;
  private final double plus;
  private final double minus;
  private final double tieCubes;

  private Wilcoxon(double[] values) {
    double[] nonZero = Arrays.stream(values).filter(value -> value != 0).toArray();
    double[] sizes = Arrays.stream(nonZero).map(Math::abs).toArray();
    double[] ranks = Ranks.average(sizes);
    double up = 0;
    double down = 0;
    for (int i = 0; i < nonZero.length; i++) {
      up += nonZero[i] > 0 ? ranks[i] : 0;
      down += nonZero[i] < 0 ? ranks[i] : 0;
    }
    count = nonZero.length;
    zeros = count < values.length;
    plus = up;
    minus = down;
    tieCubes = Ranks.tieSizes(sizes).mapToDouble(size -> size * (size * size - 1)).sum();
  }

  /// The ranks of these differences.
  public static Wilcoxon of(Differences differences) {
    return new Wilcoxon(differences.values());
  }

  /// Whether exact p-values are exact: no difference is 0 and no two have the same size.
  public boolean canBeExact() {
    return !zeros && tieCubes == 0;
  }

  /// Two-sided, with the smaller rank sum: exact where that is possible for up to 50 differences,
  /// else by the normal approximation, with ties and without continuity correction.
  public TestResult twoSided() {
    return canBeExact() && count <= MOST_FOR_EXACT ? exactTwoSided() : normalTwoSided();
  }

  /// Two-sided and exact.
  public TestResult exactTwoSided() {
    double p = 2 * Math.min(exactGreater().p(), exactLess().p());
    return new TestResult(Math.min(plus, minus), Math.min(1, p));
  }

  /// Whether the first system is better: exact, with the rank sum of positive differences.
  public TestResult exactGreater() {
    return new TestResult(plus, chanceOfAtLeast((int) Math.floor(plus)));
  }

  /// Whether the first system is worse: exact, with the rank sum of positive differences.
  public TestResult exactLess() {
    return new TestResult(plus, chanceOfAtLeast(count * (count + 1) / 2 - (int) Math.ceil(plus)));
  }

  private TestResult normalTwoSided() {
    double n = count;
    double mean = n * (n + 1) / 4;
    double variance = (n * (n + 1) * (2 * n + 1) - tieCubes / 2) / 24;
    double p = variance > 0 ? Tails.normalTwoSided((plus - mean) / Math.sqrt(variance)) : 1;
    return new TestResult(Math.min(plus, minus), p);
  }

  /// By counting the sets of ranks with each sum.
  private double chanceOfAtLeast(int least) {
    int most = count * (count + 1) / 2;
    var chances = new double[most + 1];
    chances[0] = 1;
    for (int rank = 1; rank <= count; rank++) {
      for (int sum = most; sum >= 0; sum--) {
        double without = chances[sum] / 2;
        chances[sum] = sum >= rank ? without + chances[sum - rank] / 2 : without;
      }
    }
    double chance = 0;
    for (int sum = most; sum >= least; sum--) {
      chance += chances[sum];
    }
    return Math.min(1, chance);
  }
}
