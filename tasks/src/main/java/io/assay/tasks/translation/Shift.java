package io.assay.tasks.translation;

/// Moving a run of words to another place.
///
/// @param start where the run starts
/// @param length its words
/// @param target before which word it goes, counted before the move; if that is within the run or
///   at its end, it goes that many words further on instead, as Tercom does
record Shift(int start, int length, int target) {

  /// Before which word nothing changes.
  int from() {
    return Math.min(start, target);
  }

  /// From which word on nothing changes.
  int to(int words) {
    if (target < start) {
      return start + length;
    }
    return target > start + length ? target : Math.min(words, target + length);
  }

  int[] apply(int[] words) {
    int[] moved = words.clone();
    int to = to(words.length);
    if (target < start) {
      System.arraycopy(words, start, moved, target, length);
      System.arraycopy(words, target, moved, target + length, start - target);
    } else {
      System.arraycopy(words, start + length, moved, start, to - start - length);
      System.arraycopy(words, start, moved, to - length, length);
    }
    return moved;
  }
}
