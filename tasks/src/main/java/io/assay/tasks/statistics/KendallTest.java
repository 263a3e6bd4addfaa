package io.assay.tasks.statistics;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Kendall's rank correlation with its significance, as SciPy computes them.
public final class KendallTest {

  private static final int MOST_FOR_EXACT = 33;

  /// From here on factorials are no doubles, and SciPy computes otherwise.
  private static final int LARGEST_FACTORIAL = 170;

  private final int count;
  private final int classes;
  private final long discordant;
  private final Ties x;
  private final Ties y;
  private final long tiedInBoth;

  private KendallTest(double[] x, double[] y) {
    int[] ranksX = Ranks.dense(x);
    int[] ranksY = Ranks.dense(y);
    this.count = x.length;
    this.x = Ties.of(x);
    this.y = Ties.of(y);
    this.classes = (int) Math.min(Ranks.tieSizes(x).count(), Ranks.tieSizes(y).count());
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted((a, b) ->
                ranksX[a] == ranksX[b]
                    ? Integer.compare(ranksY[a], ranksY[b])
                    : Integer.compare(ranksX[a], ranksX[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.tiedInBoth = tiedInBoth(order, ranksX, ranksY);
    this.discordant = inversions(Arrays.stream(order).map(i -> ranksY[i]).toArray());
  }

  /// The correlation of pairs; empty where a side is constant. Infinite numbers have a rank.
  ///
  /// @throws IllegalArgumentException where lengths differ or one is not a number
  public static Optional<KendallTest> of(double[] x, double[] y) {
    Ranks.requirePairs(x, y);
    return PearsonTest.isConstant(x) || PearsonTest.isConstant(y)
        ? Optional.empty()
        : Optional.of(new KendallTest(x, y));
  }

  /// Sums over groups of equal values.
  private record Ties(long pairs, double triples, double variance) {
    static Ties of(double[] values) {
      long pairs = 0;
      double triples = 0;
      double variance = 0;
      for (int size : Ranks.tieSizes(values).toArray()) {
        pairs += size * (size - 1L) / 2;
        triples += size * (size - 1.0) * (size - 2);
        variance += size > 1 ? size * (size - 1.0) * (2.0 * size + 5) : 0;
      }
      return new Ties(pairs, triples, variance);
    }
  }

  private static long tiedInBoth(int[] order, int[] x, int[] y) {
    long pairs = 0;
    long equal = 0;
    for (int i = 1; i < order.length; i++) {
      boolean same = x[order[i]] == x[order[i - 1]] && y[order[i]] == y[order[i - 1]];
      equal = same ? equal + 1 : 0;
      pairs += equal;
    }
    return pairs;
  }

  /// Pairs in the wrong order, by a tree of counts.
  private static long inversions(int[] ranks) {
    var tree = new int[ranks.length + 2];
    long inversions = 0;
    for (int i = 0; i < ranks.length; i++) {
      inversions += i;
      for (int at = ranks[i]; at > 0; at -= at & -at) {
        inversions -= tree[at];
      }
      for (int at = ranks[i]; at < tree.length; at += at & -at) {
        tree[at]++;
      }
    }
    return inversions;
  }

  private long pairs() {
    return count * (count - 1L) / 2;
  }

  private long concordantMinusDiscordant() {
    return pairs() - x.pairs() - y.pairs() + tiedInBoth - 2 * discordant;
  }

  /// Tau-b, which allows for ties.
  public double tauB() {
    double tau =
        concordantMinusDiscordant()
            / Math.sqrt((double) (pairs() - x.pairs()))
            / Math.sqrt((double) (pairs() - y.pairs()));
    return Math.clamp(tau, -1, 1);
  }

  /// Stuart's tau-c, for tables with unequal numbers of classes.
  public double tauC() {
    double most = (double) count * count * (classes - 1) / classes;
    return Math.clamp(2 * concordantMinusDiscordant() / most, -1, 1);
  }

  /// Whether no side has equal values, so that there is an exact p-value.
  public boolean hasExact() {
    return x.pairs() == 0 && y.pairs() == 0;
  }

  /// Two-sided: exact for up to 33 pairs or nearly perfect orders, else by the normal
  /// approximation.
  public double p() {
    boolean few = count <= MOST_FOR_EXACT || Math.min(discordant, pairs() - discordant) <= 1;
    return hasExact() && few ? exactP().orElseThrow() : asymptoticP().orElseThrow();
  }

  /// Two-sided by the normal approximation, with ties; empty for two pairs.
  public OptionalDouble asymptoticP() {
    if (count < 3) {
      return OptionalDouble.empty();
    }
    double m = count * (count - 1.0);
    double variance =
        (m * (2.0 * count + 5) - x.variance() - y.variance()) / 18
            + 2.0 * x.pairs() * y.pairs() / m
            + x.triples() * y.triples() / (9 * m * (count - 2.0));
    return OptionalDouble.of(
        Tails.normalTwoSided(concordantMinusDiscordant() / Math.sqrt(variance)));
  }

  /// Two-sided and exact, by counting orders; empty where there are ties. Time grows with the cube
  /// of the number of pairs.
  public OptionalDouble exactP() {
    if (!hasExact()) {
      return OptionalDouble.empty();
    }
    long fewer = Math.min(discordant, pairs() - discordant);
    return OptionalDouble.of(Math.clamp(exactP((int) fewer), 0, 1));
  }

  private double exactP(int inversions) {
    if (count == 2 || 4L * inversions == count * (count - 1L)) {
      return 1;
    }
    if (inversions <= 1) {
      int orders = count - inversions;
      return orders > LARGEST_FACTORIAL ? 0 : 2 / factorial(orders);
    }
    boolean scaled = count > LARGEST_FACTORIAL;
    double sum = Arrays.stream(ordersByInversions(inversions, scaled)).sum();
    return scaled ? sum : 2 * sum / factorial(count);
  }

  /// How many orders have 0, 1, … inversions; or, scaled, shares of twice their number.
  private double[] ordersByInversions(int most, boolean scaled) {
    var orders = new double[most + 1];
    orders[0] = 1;
    orders[1] = 1;
    for (int items = 3; items <= count; items++) {
      double divisor = scaled ? items : 1;
      double sum = 0;
      for (int i = 0; i <= most; i++) {
        sum += orders[i];
        orders[i] = sum / divisor;
      }
      for (int i = most; i >= items; i--) {
        orders[i] -= orders[i - items];
      }
    }
    return orders;
  }

  private static double factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product.doubleValue();
  }
}
