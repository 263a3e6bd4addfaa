package io.assay.tasks.embedding;

import java.util.Arrays;

/// What could be among the best of a query by scores that are inexact: all whose score is within a
/// margin of that of the last of the best.
final class Shortlist {

  private static final int SMALLEST = 64;

  private final int count;
  private final double margin;
  private float enough = Float.NEGATIVE_INFINITY;
  private int[] places;
  private float[] scores;
  private int size;

  /// @param count how many are the best, 1 or more
  /// @param total how many will be offered, at least as many
  /// @param margin by how much two scores may be wrong together
  Shortlist(int count, int total, double margin) {
    this.count = count;
    this.margin = margin;
    int room = (int) Math.min(4L * count + SMALLEST, total);
    this.places = new int[room];
    this.scores = new float[room];
  }

  /// Looks at more scores.
  ///
  /// @param offered scores
  /// @param some how many of them
  /// @param first the place of the first
  void offer(float[] offered, int some, int first) {
    for (int i = 0; i < some; i++) {
      if (!(offered[i] < enough)) {
        add(first + i, offered[i]);
      }
    }
  }

  private void add(int place, float score) {
    if (size == places.length) {
      compact();
      makeRoom();
    }
    places[size] = place;
    scores[size++] = score;
  }

  /// Forgets what is no longer good enough.
  private void compact() {
    float[] sorted = Arrays.copyOf(scores, size);
    Arrays.sort(sorted);
    enough = Math.nextDown((float) (sorted[size - count] - margin));
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!(scores[i] < enough)) {
        places[kept] = places[i];
        scores[kept++] = scores[i];
      }
    }
    size = kept;
  }

  /// More room where little was forgotten, as among equal scores.
  private void makeRoom() {
    if (size > places.length / 2) {
      places = Arrays.copyOf(places, 2 * places.length);
      scores = Arrays.copyOf(scores, 2 * scores.length);
    }
  }

  /// The places of all that could be among the best, in the order in which they were offered.
  int[] places() {
    compact();
    return Arrays.copyOf(places, size);
  }
}
