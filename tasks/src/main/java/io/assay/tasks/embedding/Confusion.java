package io.assay.tasks.embedding;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/// How often a classifier took one label for another, and the scores that follow from it, as
/// scikit-learn computes them: over all labels that occur in truth or prediction; what is undefined
/// of a label, such as the precision of one that was never predicted, is 0. Confusions add up.
///
/// @param <T> what labels are
public final class Confusion<T extends Comparable<T>> {

  private final List<T> labels;
  private final long[][] counts;
  private final long total;

  private Confusion(List<T> labels, long[][] counts, long total) {
    this.labels = labels;
    this.counts = counts;
    this.total = total;
  }

  /// The confusions of at least one prediction.
  ///
  /// @param predicted one label for each of `truth`
  /// @throws IllegalArgumentException where there are none, or lengths differ
  public static <T extends Comparable<T>> Confusion<T> of(List<T> truth, List<T> predicted) {
    if (truth.isEmpty() || truth.size() != predicted.size()) {
      throw new IllegalArgumentException(
          truth.size() + " labels and " + predicted.size() + " predictions cannot be compared");
    }
    var all = new TreeSet<T>(truth);
    all.addAll(predicted);
    List<T> labels = List.copyOf(all);
    var counts = new long[labels.size()][labels.size()];
    for (int i = 0; i < truth.size(); i++) {
      counts[Collections.binarySearch(labels, truth.get(i))][
          Collections.binarySearch(labels, predicted.get(i))]++;
    }
    return new Confusion<>(labels, counts, truth.size());
  }

  /// The labels, in ascending order.
  public List<T> labels() {
    return labels;
  }

  /// How often a label, by its place in [#labels], was taken for another.
  public long count(int truth, int predicted) {
    return counts[truth][predicted];
  }

  /// How often a label is right.
  public long support(int label) {
    long support = 0;
    for (long count : counts[label]) {
      support += count;
    }
    return support;
  }

  private long predictions(int label) {
    long predictions = 0;
    for (long[] row : counts) {
      predictions += row[label];
    }
    return predictions;
  }

  private long hits() {
    long hits = 0;
    for (int i = 0; i < counts.length; i++) {
      hits += counts[i][i];
    }
    return hits;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /// The share of right predictions.
  public double accuracy() {
    return share((double) hits(), (double) total);
  }

  /// Of the predictions of a label, how many are right.
  public double precision(int label) {
    return share((double) counts[label][label], (double) predictions(label));
  }

  /// Of the occurrences of a label, how many are found.
  public double recall(int label) {
    return share((double) counts[label][label], (double) support(label));
  }

  /// The harmonic mean of a label's precision and recall.
  public double f1(int label) {
    return share(2.0 * counts[label][label], (double) support(label) + predictions(label));
  }

  /// The mean over labels, each counted alike.
  ///
  /// @param score of one label, such as [#f1]
  public double macro(IntToDoubleFunction score) {
    double sum = 0;
    for (int label = 0; label < counts.length; label++) {
      sum += score.applyAsDouble(label);
    }
    return sum / counts.length;
  }

  /// The mean over labels, each counted as often as it occurs.
  ///
  /// @param score of one label, such as [#f1]
  public double weighted(IntToDoubleFunction score) {
    double sum = 0;
    for (int label = 0; label < counts.length; label++) {
      sum += support(label) * score.applyAsDouble(label);
    }
    return sum / total;
  }

  /// The mean recall over labels that occur.
  public double balancedAccuracy() {
    double sum = 0;
    int occurring = 0;
    for (int label = 0; label < counts.length; label++) {
      sum += recall(label);
      occurring += support(label) > 0 ? 1 : 0;
    }
    return sum / occurring;
  }

  /// Matthews' correlation of truth and prediction; 0 where one side has a single label.
  public double matthews() {
    double chance = 0;
    double truths = (double) total * total;
    double predictions = truths;
    for (int label = 0; label < counts.length; label++) {
      chance += (double) support(label) * predictions(label);
      truths -= (double) support(label) * support(label);
      predictions -= (double) predictions(label) * predictions(label);
    }
    return share((double) hits() * total - chance, Math.sqrt(truths * predictions));
  }

  /// Cohen's kappa; empty where all labels are one.
  public OptionalDouble kappa() {
    double chance = 0;
    for (int label = 0; label < counts.length; label++) {
      chance += (double) support(label) * predictions(label) / total;
    }
    return chance == total
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (total - hits()) / (total - chance));
  }
}
