package io.assay.tasks.translation;

import java.util.BitSet;

/// Which word of the hypothesis stands where a word of the reference should, and which words of
/// both are wrong.
final class Alignment {

  private final int[] positions;
  private final BitSet wrongWritten = new BitSet();
  private final BitSet wrongExpected = new BitSet();

  Alignment(int expected) {
    positions = new int[expected];
  }

  void pair(int written, int expected, boolean equal) {
    positions[expected] = written;
    wrongWritten.set(written, !equal);
    wrongExpected.set(expected, !equal);
  }

  void delete(int written) {
    wrongWritten.set(written);
  }

  /// A word of the reference that nothing was written for.
  ///
  /// @param before the last word that was written before, -1 at the start
  void insert(int expected, int before) {
    positions[expected] = before;
    wrongExpected.set(expected);
  }

  /// Where the hypothesis has a word of the reference, or if it lacks it, the word before.
  int position(int expected) {
    return positions[expected];
  }

  /// Whether one of these words of the hypothesis is wrong.
  boolean isWrongWritten(int from, int length) {
    return within(wrongWritten.nextSetBit(from), from + length);
  }

  /// Whether one of these words of the reference is wrong.
  boolean isWrongExpected(int from, int length) {
    return within(wrongExpected.nextSetBit(from), from + length);
  }

  private static boolean within(int next, int end) {
    return next >= 0 && next < end;
  }
}
