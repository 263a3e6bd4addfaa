package io.assay.tasks.translation;

import org.jspecify.annotations.Nullable;

/// One round of looking for the shift that shortens the edit distance most, by Tercom's rules: a
/// run of words is tried that stands in the reference too, if one of its words is wrong here and
/// one of them there, at each place where the reference has a part of it. Of equally good shifts
/// the longer run wins, then the earlier start, then the earlier target.
final class ShiftSearch {

  private static final int MAX_LENGTH = 10;
  private static final int MAX_DISTANCE = 50;

  private final int[] words;
  private final int[] reference;
  private final EditTable table;
  private final Alignment alignment;
  private final int distance;

  private int budget;
  private @Nullable Shift best;
  private int bestGain;

  /// @param budget how many shifts may still be tried
  ShiftSearch(int[] words, int[] reference, EditTable table, int budget) {
    this.words = words;
    this.reference = reference;
    this.table = table;
    this.alignment = table.alignment();
    this.distance = table.distance();
    this.budget = budget;
  }

  /// The best shift, if it gains anything and the budget was not used up while looking for it.
  @Nullable Shift find() {
    for (int start = 0; start < words.length && budget > 0; start++) {
      if (alignment.isWrongWritten(start, MAX_LENGTH)) {
        tryRunsFrom(start);
      }
    }
    return budget > 0 && bestGain > 0 ? best : null;
  }

  /// How many shifts may still be tried after this.
  int budget() {
    return budget;
  }

  private void tryRunsFrom(int start) {
    int end = Math.min(reference.length, start + MAX_DISTANCE + 1);
    for (int other = Math.max(0, start - MAX_DISTANCE); other < end; other++) {
      int longest = commonRun(start, other);
      for (int length = 1; length <= longest; length++) {
        if (isCandidate(start, other, length)) {
          tryTargets(start, other, length);
          if (budget <= 0) {
            return;
          }
        }
      }
    }
  }

  private int commonRun(int start, int other) {
    int limit = Math.min(MAX_LENGTH, Math.min(words.length - start, reference.length - other));
    int length = 0;
    while (length < limit && words[start + length] == reference[other + length]) {
      length++;
    }
    return length;
  }

  private boolean isCandidate(int start, int other, int length) {
    int aligned = alignment.position(other);
    boolean within = start <= aligned && aligned < start + length;
    return !within
        && alignment.isWrongWritten(start, length)
        && alignment.isWrongExpected(other, length);
  }

  private void tryTargets(int start, int other, int length) {
    int previous = -1;
    for (int expected = other - 1; expected < other + length; expected++) {
      int target = expected < 0 ? 0 : alignment.position(expected) + 1;
      if (target != previous) {
        consider(new Shift(start, length, target));
      }
      previous = target;
    }
  }

  private void consider(Shift shift) {
    budget--;
    int to = shift.to(words.length);
    int gain = distance - table.distance(shift.apply(words), shift.from(), to);
    if (best == null || isBetter(gain, shift, best)) {
      best = shift;
      bestGain = gain;
    }
  }

  private boolean isBetter(int gain, Shift shift, Shift other) {
    if (gain != bestGain) {
      return gain > bestGain;
    }
    if (shift.length() != other.length()) {
      return shift.length() > other.length();
    }
    return shift.start() != other.start()
        ? shift.start() < other.start()
        : shift.target() < other.target();
  }
}
