package io.assay.tasks.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What could be among the best of a query by scores that are inexact: all whose score is within a
/// margin of that of the last of the best.
final class Shortlist {

  private static final int SMALLEST = 64;

  private final float[] best;
  private final double margin;
  private float enough = Float.NEGATIVE_INFINITY;
  private int[] places;
  private float[] scores;
  private int size;

  /// @param count how many are the best, 1 or more
  /// @param margin by how much two scores may be wrong together
  Shortlist(int count, double margin) {
    this.best = new float[count];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    this.margin = margin;
    this.places = new int[count + SMALLEST];
    this.scores = new float[count + SMALLEST];
  }

  /// Looks at more scores.
  ///
  /// @param offered scores
  /// @param count how many of them
  /// @param first the place of the first
  void offer(float[] offered, int count, int first) {
    for (int i = 0; i < count; i++) {
      if (!(offered[i] < enough)) {
        add(first + i, offered[i]);
      }
    }
  }

  private void add(int place, float score) {
    if (size == places.length) {
      compact();
    }
    places[size] = place;
    scores[size++] = score;
    if (score > best[0]) {
      replaceRoot(best, score);
      enough = Math.nextDown((float) (best[0] - margin));
    }
  }

  /// Forgets what is no longer good enough, and makes room where that is not much.
  private void compact() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!(scores[i] < enough)) {
        places[kept] = places[i];
        scores[kept++] = scores[i];
      }
    }
    size = kept;
    if (size > places.length / 2) {
      places = Arrays.copyOf(places, 2 * places.length);
      scores = Arrays.copyOf(scores, 2 * scores.length);
    }
  }

  /// The places of all that could be among the best, in ascending order if they were offered so.
  int[] places() {
    return IntStream.range(0, size)
        .filter(i -> !(scores[i] < enough))
        .map(i -> places[i])
        .toArray();
  }

  /// Puts a score in place of the least of a heap.
  private static void replaceRoot(float[] heap, float score) {
    int at = 0;
    for (int child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= score) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = score;
  }
}
