package io.assay.tasks.translation;

import org.jspecify.annotations.Nullable;

/// Counts translation edits: shifts are taken greedily as long as one shortens the edit distance.
final class TranslationEdits {

  /// How many shifts are tried for one segment. The shift during which they run out is not taken.
  private static final int MAX_CANDIDATES = 1000;

  /// Bounds memory: half a million words against as many.
  private static final long MAX_CELLS = 1L << 25;

  private TranslationEdits() {}

  /// Shifts, and insertions, deletions and replacements after them.
  ///
  /// @throws TooLong where both texts have very many words
  static int count(int[] hypothesis, int[] reference) {
    if (reference.length == 0) {
      return hypothesis.length;
    }
    var beam = new Beam(hypothesis.length, reference.length);
    if (beam.cells() > MAX_CELLS) {
      throw new TooLong(
          "texts of "
              + hypothesis.length
              + " and "
              + reference.length
              + " words are too long for TER");
    }
    return count(hypothesis, reference, beam);
  }

  private static int count(int[] hypothesis, int[] reference, Beam beam) {
    int[] words = hypothesis;
    int budget = MAX_CANDIDATES;
    int shifts = 0;
    while (true) {
      var table = new EditTable(words, reference, beam);
      if (table.distance() == 0) {
        return shifts;
      }
      var search = new ShiftSearch(words, reference, table, budget);
      @Nullable Shift shift = search.find();
      if (shift == null) {
        return shifts + table.distance();
      }
      words = shift.apply(words);
      budget = search.budget();
      shifts++;
    }
  }
}
