package io.assay.images.metric;

import io.assay.contracts.event.Embedding;
import io.assay.images.features.Features;
import io.assay.tasks.metric.SetMetric.Row;
import io.assay.tasks.statistics.PoissonWeights;
import io.assay.tasks.text.CodePointOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/// The features of made images, and those of expected ones, once a sample however often it was
/// repeated; both in the order of samples.
///
/// @param made rows of made images
/// @param expected rows of expected ones, whose features are the second half of each vector
record FeatureSets(List<Row> made, List<Row> expected) {

  private static final Comparator<Row> BY_SAMPLE =
      Comparator.comparing(Row::sampleId, CodePointOrder.COMPARATOR).thenComparingInt(Row::epoch);

  /// In an order that has nothing to do with what samples are, as good as a random one.
  private static final Comparator<Row> BY_HASH =
      Comparator.<Row>comparingLong(row -> PoissonWeights.hash(row.sampleId()))
          .thenComparing(BY_SAMPLE);

  /// All rows.
  static FeatureSets of(List<Row> rows) {
    List<Row> sorted = rows.stream().sorted(BY_SAMPLE).toList();
    var seen = new HashSet<String>();
    return new FeatureSets(
        sorted, sorted.stream().filter(row -> seen.add(row.sampleId())).toList());
  }

  /// Of larger sets so many, chosen by the hash of their samples.
  FeatureSets atMost(int most) {
    return new FeatureSets(some(made, most), some(expected, most));
  }

  private static List<Row> some(List<Row> rows, int most) {
    return rows.size() <= most
        ? rows
        : shuffled(rows).stream().limit(most).sorted(BY_SAMPLE).toList();
  }

  /// In an order without meaning.
  static List<Row> shuffled(List<Row> rows) {
    return rows.stream().sorted(BY_HASH).toList();
  }

  /// A made image's numbers, where rows hold expected ones too.
  static double[] madeOf(Row row) {
    float[] both = vector(row);
    return widened(both, 0, both.length / 2);
  }

  /// An expected image's numbers.
  static double[] expectedOf(Row row) {
    float[] both = vector(row);
    return widened(both, both.length / 2, both.length);
  }

  /// All numbers of a row.
  static double[] allOf(Row row) {
    float[] all = vector(row);
    return widened(all, 0, all.length);
  }

  Features madeFeatures() {
    return Features.of(made.stream().map(FeatureSets::madeOf).toList());
  }

  Features expectedFeatures() {
    return Features.of(expected.stream().map(FeatureSets::expectedOf).toList());
  }

  /// What tells these sets from others.
  long fingerprint() {
    long sum = made.size();
    for (Row row : made) {
      sum += PoissonWeights.hash(row.sampleId()) * (2L * row.epoch() + 1);
    }
    return sum;
  }

  /// Two rows of numbers one behind the other.
  static Embedding joined(float[] made, float[] expected) {
    float[] both = Arrays.copyOf(made, made.length + expected.length);
    System.arraycopy(expected, 0, both, made.length, expected.length);
    return Embedding.of(both);
  }

  static List<String> clusters(List<Row> rows) {
    return new ArrayList<>(rows.stream().map(Row::cluster).toList());
  }

  private static float[] vector(Row row) {
    return Objects.requireNonNull(row.contribution().vector(), row::sampleId).toArray();
  }

  private static double[] widened(float[] values, int from, int to) {
    var wide = new double[to - from];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[from + i];
    }
    return wide;
  }
}
