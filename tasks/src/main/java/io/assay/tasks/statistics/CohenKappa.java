package io.assay.tasks.statistics;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;

/// Cohen's kappa: how much two judges agree beyond chance (Cohen 1960, weighted 1968). Judges need
/// not be alike, such as a person and a model.
public final class CohenKappa {

  /// How bad it is to disagree.
  public enum Weighting {
    /// All disagreements alike.
    NONE,
    /// By the number of steps between ordered labels.
    LINEAR,
    /// By the square of that number.
    QUADRATIC;

    private double cost(int steps) {
      return switch (this) {
        case NONE -> steps == 0 ? 0 : 1;
        case LINEAR -> Math.abs(steps);
        case QUADRATIC -> (double) steps * steps;
      };
    }
  }

  private CohenKappa() {}

  /// Kappa of two judges' labels of the same items.
  ///
  /// @param weighting takes the labels in their natural order
  /// @return empty where there are no items, or both judges gave all items one same label
  public static <T extends Comparable<T>> OptionalDouble of(
      List<T> first, List<T> second, Weighting weighting) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          first.size() + " labels cannot be compared with " + second.size());
    }
    var labels = new TreeSet<T>(first);
    labels.addAll(second);
    List<T> ordered = List.copyOf(labels);
    int[] ofFirst = places(first, ordered);
    int[] ofSecond = places(second, ordered);
    double observed = 0;
    for (int i = 0; i < ofFirst.length; i++) {
      observed += weighting.cost(ofFirst[i] - ofSecond[i]);
    }
    double expected = expected(ofFirst, ofSecond, ordered.size(), weighting);
    return expected > 0
        ? OptionalDouble.of(1 - observed / first.size() / expected)
        : OptionalDouble.empty();
  }

  private static <T extends Comparable<T>> int[] places(List<T> labels, List<T> ordered) {
    return labels.stream().mapToInt(label -> Collections.binarySearch(ordered, label)).toArray();
  }

  private static double expected(int[] first, int[] second, int labels, Weighting weighting) {
    double[] sharesOfFirst = shares(first, labels);
    double[] sharesOfSecond = shares(second, labels);
    double expected = 0;
    for (int i = 0; i < labels; i++) {
      for (int j = 0; j < labels; j++) {
        expected += sharesOfFirst[i] * sharesOfSecond[j] * weighting.cost(i - j);
      }
    }
    return expected;
  }

  private static double[] shares(int[] places, int labels) {
    var shares = new double[labels];
    for (int place : places) {
      shares[place] += 1.0 / places.length;
    }
    return shares;
  }
}
