package io.assay.images.features;

import java.util.Arrays;

/// How far two sets of features cover each other, each picture standing for a ball up to its k-th
/// nearest neighbour: improved precision and recall (Kynkäänniemi et al. 2019), density and
/// coverage (Naeem et al. 2020). From 0 to 1, density also above.
///
/// @param precision share of made pictures that are in the ball of a real one
/// @param recall share of real pictures that are in the ball of a made one
/// @param density balls of real pictures around a made one, divided by k, on average
/// @param coverage share of real pictures with a made one in their ball
public record Manifolds(double precision, double recall, double density, double coverage) {

  /// Compares sets.
  ///
  /// @param neighbours k, 1 or more
  /// @throws IllegalArgumentException where dimensions differ or a set has no more than k + 1
  ///   pictures
  public static Manifolds of(Features real, Features made, int neighbours) {
    Members members = members(real, made, neighbours);
    return new Manifolds(
        mean(members.precise), mean(members.recalled), mean(members.dense), mean(members.covered));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /// What each picture is worth; the four numbers are means of these.
  ///
  /// @param precise of made pictures, 1 for each that is in the ball of a real one
  /// @param dense of made pictures, balls of real ones around it, divided by k
  /// @param recalled of real pictures, 1 for each that is in the ball of a made one
  /// @param covered of real pictures, 1 for each with a made one in its ball
  @SuppressWarnings("ArrayRecordComponent") // never compared, not changed
  public record Members(double[] precise, double[] dense, double[] recalled, double[] covered) {}

  /// Compares pictures.
  ///
  /// @param neighbours k, 1 or more
  /// @throws IllegalArgumentException where dimensions differ or a set has no more than k + 1
  ///   pictures
  public static Members members(Features real, Features made, int neighbours) {
    real.requireDimensionOf(made);
    double[] realRadii = radii(real, neighbours);
    double[] madeRadii = radii(made, neighbours);
    int[] balls = new int[made.size()];
    var recalled = new double[real.size()];
    var covered = new double[real.size()];
    for (int i = 0; i < real.size(); i++) {
      double[] distances = distances(real.row(i), made);
      for (int j = 0; j < distances.length; j++) {
        balls[j] += distances[j] < realRadii[i] ? 1 : 0;
        recalled[i] = distances[j] < madeRadii[j] ? 1 : recalled[i];
        covered[i] = distances[j] < realRadii[i] ? 1 : covered[i];
      }
    }
    return new Members(
        Arrays.stream(balls).mapToDouble(each -> each > 0 ? 1 : 0).toArray(),
        Arrays.stream(balls).mapToDouble(each -> (double) each / neighbours).toArray(),
        recalled,
        covered);
  }

  private static double[] radii(Features features, int neighbours) {
    if (features.size() <= neighbours + 1) {
      throw new IllegalArgumentException(
          "%d neighbours need more than %d pictures, there are %d"
              .formatted(neighbours, neighbours + 1, features.size()));
    }
    var radii = new double[features.size()];
    for (int i = 0; i < radii.length; i++) {
      double[] distances = distances(features.row(i), features);
      Arrays.sort(distances);
      radii[i] = distances[neighbours]; // the first one is its own
    }
    return radii;
  }

  private static double[] distances(double[] from, Features to) {
    double[] all = to.matrix().data;
    var distances = new double[to.size()];
    for (int j = 0; j < distances.length; j++) {
      double sum = 0;
      for (int k = 0; k < from.length; k++) {
        double difference = from[k] - all[j * from.length + k];
        sum += difference * difference;
      }
      distances[j] = Math.sqrt(sum);
    }
    return distances;
  }
}
