package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Krippendorff's alpha: how reliable ratings are, by any number of judges, who need not all rate
/// every item (K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011). 1 is perfect
/// agreement, 0 is chance.
public final class KrippendorffAlpha {

  /// What ratings mean, and so how far apart two are.
  public enum Level {
    /// Names written as numbers: equal or not.
    NOMINAL,
    /// An order: by how many ratings lie between.
    ORDINAL,
    /// A scale: by the squared difference.
    INTERVAL,
    /// A scale with a zero: by the squared relative difference. Ratings are 0 or more.
    RATIO
  }

  private final double[] values;
  private final double[] counts;
  private final double[] upTo;
  private final Level level;

  private KrippendorffAlpha(List<double[]> units, Level level) {
    double[] all = units.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    this.values = Arrays.stream(all).distinct().toArray();
    this.counts = new double[values.length];
    this.upTo = new double[values.length];
    this.level = level;
    for (double value : all) {
      counts[place(value)]++;
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      upTo[i] = sum;
    }
  }

  /// Alpha of ratings.
  ///
  /// @param ratings those of each item, missing ones left out; `-0.0` counts as `0.0`
  /// @return empty where no two ratings can differ: no item has two, or all are equal
  public static OptionalDouble of(List<double[]> ratings, Level level) {
    List<double[]> units =
        ratings.stream()
            .filter(unit -> unit.length > 1)
            .map(unit -> Arrays.stream(unit).map(value -> value + 0.0).toArray())
            .toList();
    units.forEach(Summary::requireFinite);
    var alpha = new KrippendorffAlpha(units, level);
    double expected = alpha.expected();
    return expected > 0
        ? OptionalDouble.of(1 - alpha.observed(units) / expected)
        : OptionalDouble.empty();
  }

  private int place(double value) {
    return Arrays.binarySearch(values, value);
  }

  /// The mean distance of two ratings of an item, times the number of ratings.
  private double observed(List<double[]> units) {
    double sum = 0;
    for (double[] unit : units) {
      int[] places = Arrays.stream(unit).mapToInt(this::place).toArray();
      double distances = 0;
      for (int i = 0; i < places.length; i++) {
        for (int j = 0; j < i; j++) {
          distances += distance(places[i], places[j]);
        }
      }
      sum += 2 * distances / (places.length - 1);
    }
    return sum;
  }

  /// The mean distance of any two ratings, times the number of ratings.
  private double expected() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += 2 * counts[i] * counts[j] * distance(i, j);
      }
    }
    double all = values.length == 0 ? 0 : upTo[values.length - 1];
    return all > 1 ? sum / (all - 1) : 0;
  }

  private double distance(int i, int j) {
    if (i == j) {
      return 0;
    }
    return switch (level) {
      case NOMINAL -> 1;
      case ORDINAL -> square(between(Math.min(i, j), Math.max(i, j)));
      case INTERVAL -> square(values[i] - values[j]);
      case RATIO -> square((values[i] - values[j]) / (values[i] + values[j]));
    };
  }

  private double between(int low, int high) {
    return upTo[high] - upTo[low] + counts[low] - (counts[low] + counts[high]) / 2;
  }

  private static double square(double x) {
    return x * x;
  }
}
