package io.assay.tasks.overlap;

import io.assay.tasks.translation.TooLong;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/// The matching words of ROUGE-Lsum: those words of each expected line that are in its longest
/// common subsequence with any written line, each at most as often as both texts have it.
final class SummaryMatches {

  /// Bounds the time to some seconds.
  private static final long MAX_STEPS = 1L << 31;

  private static final int STEPS_PER_PAIR = 16;

  private final List<int[]> expected;
  private final List<int[]> written;
  private final int vocabulary;

  SummaryMatches(List<int[]> expected, List<int[]> written, int vocabulary) {
    this.expected = expected;
    this.written = written;
    this.vocabulary = vocabulary;
  }

  long count() {
    check();
    List<BitSet> marks = marks();
    int[] leftExpected = counts(expected);
    int[] leftWritten = counts(written);
    long hits = 0;
    for (int line = 0; line < expected.size(); line++) {
      for (int i : marks.get(line).stream().toArray()) {
        int word = expected.get(line)[i];
        if (leftExpected[word] > 0 && leftWritten[word] > 0) {
          leftExpected[word]--;
          leftWritten[word]--;
          hits++;
        }
      }
    }
    return hits;
  }

  private void check() {
    long rows = expected.stream().mapToLong(line -> line.length).sum();
    long width = written.stream().mapToLong(line -> line.length / 64 + 1).sum();
    long pairs = (long) expected.size() * written.size();
    if (rows * width + STEPS_PER_PAIR * pairs > MAX_STEPS) {
      throw new TooLong(
          "texts of "
              + expected.size()
              + " and "
              + written.size()
              + " lines are too long for ROUGE-Lsum");
    }
  }

  private List<BitSet> marks() {
    List<BitSet> marks = Stream.generate(BitSet::new).limit(expected.size()).toList();
    var subsequence = new CommonSubsequence(vocabulary);
    for (int[] line : written) {
      subsequence.withColumns(line);
      for (int i = 0; i < expected.size(); i++) {
        subsequence.mark(expected.get(i), marks.get(i));
      }
    }
    return marks;
  }

  private int[] counts(List<int[]> lines) {
    var counts = new int[vocabulary];
    for (int[] line : lines) {
      for (int word : line) {
        counts[word]++;
      }
    }
    return counts;
  }
}
