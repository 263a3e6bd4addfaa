package io.assay.tasks.embedding;

import java.util.stream.IntStream;

/// Which place PyTorch's `topk` gives for the highest score. Of equal scores it is none in
/// particular, but the one that selection in the C++ standard library happens on; what is no number
/// counts as highest. Metrics of jobs take the first instead.
final class TorchTop {

  /// From here on a scan is used, which finds the first.
  private static final int SCANNED = 64;

  private static final int SORTED = 3;

  private final double[] scores;
  private final int[] places;

  private TorchTop(double[] scores) {
    this.scores = scores;
    this.places = IntStream.range(0, scores.length).toArray();
  }

  /// The place of the highest of at least one score.
  static int place(double[] scores) {
    var top = new TorchTop(scores);
    int end = scores.length;
    while (end < SCANNED && end > SORTED) {
      end = top.partitioned(end);
    }
    return top.first(end);
  }

  private boolean isHigher(int a, int b) {
    double scoreA = scores[places[a]];
    double scoreB = scores[places[b]];
    return (Double.isNaN(scoreA) && !Double.isNaN(scoreB)) || scoreA > scoreB;
  }

  private int first(int end) {
    int best = 0;
    for (int i = 1; i < end; i++) {
      best = isHigher(i, best) ? i : best;
    }
    return places[best];
  }

  /// Brings the median of three to the front and the higher ones before the others; gives where
  /// these begin.
  private int partitioned(int end) {
    swap(0, median(1, end / 2, end - 1));
    int low = 1;
    int high = end;
    while (true) {
      while (isHigher(low, 0)) {
        low++;
      }
      high--;
      while (isHigher(0, high)) {
        high--;
      }
      if (low >= high) {
        return low;
      }
      swap(low++, high);
    }
  }

  private int median(int a, int b, int c) {
    if (isHigher(a, b)) {
      if (isHigher(b, c)) {
        return b;
      }
      return isHigher(a, c) ? c : a;
    }
    if (isHigher(a, c)) {
      return a;
    }
    return isHigher(b, c) ? c : b;
  }

  private void swap(int a, int b) {
    int place = places[a];
    places[a] = places[b];
    places[b] = place;
  }
}
