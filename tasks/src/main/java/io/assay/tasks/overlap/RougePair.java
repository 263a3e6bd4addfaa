package io.assay.tasks.overlap;

import io.assay.tasks.translation.NgramMatches;
import io.assay.tasks.translation.TooLong;
import io.assay.tasks.translation.WordIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An expected and a written text, ready to be compared by ROUGE (Lin 2004) in the way of Google's
/// `rouge-score`.
public final class RougePair {

  private final int[] expected;
  private final int[] written;
  private final List<Integer> expectedEnds;
  private final List<Integer> writtenEnds;
  private final int vocabulary;

  private RougePair(RougeText expected, RougeText written) {
    var ids = new WordIds();
    this.expected = ids.of(expected.words());
    this.written = ids.of(written.words());
    this.expectedEnds = expected.lineEnds();
    this.writtenEnds = written.lineEnds();
    this.vocabulary = ids.size();
  }

  /// Prepares two texts.
  ///
  /// @param useStemmer compare the stems of English words
  public static RougePair of(String expected, String written, boolean useStemmer) {
    return new RougePair(RougeText.of(expected, useStemmer), RougeText.of(written, useStemmer));
  }

  /// Compares them.
  ///
  /// @throws TooLong where both texts are so long that a longest common subsequence would take
  ///   minutes
  public OverlapScore score(RougeType type) {
    return switch (type) {
      case RougeType.Ngrams(int n) -> ngrams(n);
      case RougeType.LongestSubsequence _ -> longestSubsequence();
      case RougeType.SummarySubsequences _ -> summary();
    };
  }

  private OverlapScore ngrams(int n) {
    return new OverlapScore(
        new NgramMatches(written, n).in(expected)[n - 1],
        NgramMatches.count(written.length, n),
        NgramMatches.count(expected.length, n));
  }

  private OverlapScore longestSubsequence() {
    long length = new CommonSubsequence(vocabulary).withColumns(written).length(expected);
    return new OverlapScore(length, written.length, expected.length);
  }

  private OverlapScore summary() {
    List<int[]> expectedLines = lines(expected, expectedEnds);
    List<int[]> writtenLines = lines(written, writtenEnds);
    long hits = new SummaryMatches(expectedLines, writtenLines, vocabulary).count();
    return new OverlapScore(hits, written.length, expected.length);
  }

  private static List<int[]> lines(int[] words, List<Integer> ends) {
    var lines = new ArrayList<int[]>(ends.size());
    int start = 0;
    for (int end : ends) {
      lines.add(Arrays.copyOfRange(words, start, end));
      start = end;
    }
    return lines;
  }
}
