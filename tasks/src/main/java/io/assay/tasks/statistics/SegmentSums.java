package io.assay.tasks.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Segments with what each counts, for resampling a corpus score without judging segments again.
/// Sums are taken in the order of the segments, always by the same path, so that equal choices of
/// segments give equal scores to the last bit.
public final class SegmentSums {

  private final double[][] segments;
  private final SumScore score;

  /// @param segments at least one, each with as many numbers
  public SegmentSums(double[][] segments, SumScore score) {
    if (segments.length == 0) {
      throw new IllegalArgumentException("there are no segments, expected at least one");
    }
    this.segments = segments;
    this.score = score;
  }

  /// The score of all segments.
  public double score() {
    return score.of(sums(segments));
  }

  /// The score of each resample.
  ///
  /// @param resamples places of segments, see [Bootstrap#resamples]
  public double[] replicates(int[][] resamples) {
    return Arrays.stream(resamples)
        .mapToDouble(resample ->
            score.of(
                sums(Arrays.stream(resample).mapToObj(i -> segments[i]).toArray(double[][]::new))))
        .toArray();
  }

  private static double[] sums(double[][] segments) {
    double[] sums = new double[segments[0].length];
    for (double[] segment : segments) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += segment[i];
      }
    }
    return sums;
  }

  /// What two systems' scores differ by, and by how much they would if segments changed sides.
  public static final class Randomized {

    private final double first;
    private final double second;
    private final double[] trials;

    private Randomized(double first, double second, double[] trials) {
      this.first = first;
      this.second = second;
      this.trials = trials;
    }

    /// The first system's score.
    public double first() {
      return first;
    }

    /// The second system's score.
    public double second() {
      return second;
    }

    /// The difference without sign after each exchange of segments.
    public double[] trials() {
      return trials.clone();
    }

    /// The observed difference, without sign.
    public double difference() {
      return Math.abs(first - second);
    }

    /// sacreBLEU's p-value: the share of trials that exceed the observed difference, which counts
    /// as one of them.
    public double p() {
      long exceeding = Arrays.stream(trials).filter(each -> each > difference()).count();
      return (exceeding + 1.0) / (trials.length + 1);
    }
  }

  /// Approximate randomization (Riezler and Maxwell 2005): if two systems are alike, any segment's
  /// translations could change sides.
  ///
  /// @param second the other system's segments, in the same order
  /// @param keep for each trial, which segments stay on their side
  public Randomized randomized(SegmentSums second, boolean[][] keep) {
    if (segments.length != second.segments.length) {
      throw new IllegalArgumentException(
          segments.length + " segments cannot be paired with " + second.segments.length);
    }
    double[] trials =
        Arrays.stream(keep)
            .mapToDouble(kept ->
                Math.abs(
                    score.of(mixed(second, kept, true)) - score.of(mixed(second, kept, false))))
            .toArray();
    return new Randomized(score(), second.score(), trials);
  }

  private double[] mixed(SegmentSums second, boolean[] kept, boolean own) {
    if (kept.length != segments.length) {
      throw new IllegalArgumentException(
          "a trial decides on " + kept.length + " of " + segments.length + " segments");
    }
    double[][] chosen = new double[segments.length][];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = kept[i] == own ? segments[i] : second.segments[i];
    }
    return sums(chosen);
  }

  /// Random decisions for [#randomized].
  public static boolean[][] decisions(int segments, int trials, long seed) {
    var random = new SplittableRandom(seed);
    var decisions = new boolean[trials][segments];
    for (boolean[] trial : decisions) {
      for (int i = 0; i < segments; i++) {
        trial[i] = random.nextBoolean();
      }
    }
    return decisions;
  }
}
