package io.assay.tasks.embedding;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What a classifier said of items, beside the truth, and scores of it in which items count as
/// often as weights say: scikit-learn's, with 0 for what is not defined of a label.
final class Decisions {

  private final List<String> labels;
  private final int[] truth;
  private final int[] said;

  /// @param labels in ascending order
  /// @param truth each item's label by its place
  /// @param said the label that was said
  Decisions(List<String> labels, int[] truth, int[] said) {
    this.labels = labels;
    this.truth = truth;
    this.said = said;
  }

  String truth(int item) {
    return labels.get(truth[item]);
  }

  String said(int item) {
    return labels.get(said[item]);
  }

  boolean isRight(int item) {
    return truth[item] == said[item];
  }

  private static long total(int[] weights) {
    return IntStream.of(weights).asLongStream().sum();
  }

  /// The share of right decisions; empty where nothing counts.
  OptionalDouble accuracy(int[] weights) {
    long total = total(weights);
    long right = 0;
    for (int i = 0; i < weights.length; i++) {
      right += isRight(i) ? weights[i] : 0;
    }
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / total);
  }

  /// The mean over labels that occur in truth or decisions of F1; empty where nothing counts.
  OptionalDouble macroF1(int[] weights) {
    var right = new long[labels.size()];
    var either = new long[labels.size()];
    for (int i = 0; i < weights.length; i++) {
      right[truth[i]] += isRight(i) ? weights[i] : 0;
      either[truth[i]] += weights[i];
      either[said[i]] += weights[i];
    }
    return IntStream.range(0, either.length)
        .filter(label -> either[label] > 0)
        .mapToDouble(label -> 2.0 * right[label] / either[label])
        .average();
  }

  /// The area under precision and recall of the greater of two labels, where decisions are scores
  /// of 0 and 1; empty where there are not two labels, or nothing counts.
  OptionalDouble averagePrecision(int[] weights) {
    long total = total(weights);
    if (labels.size() != 2 || total == 0) {
      return OptionalDouble.empty();
    }
    long positive = 0;
    long claimed = 0;
    long right = 0;
    for (int i = 0; i < weights.length; i++) {
      positive += (long) weights[i] * truth[i];
      claimed += (long) weights[i] * said[i];
      right += (long) weights[i] * truth[i] * said[i];
    }
    if (positive == 0) {
      return OptionalDouble.of(0);
    }
    double first = claimed == 0 ? 0 : (double) right / positive * right / claimed;
    return OptionalDouble.of(
        first + (double) (positive - right) / positive * positive / total);
  }
}
