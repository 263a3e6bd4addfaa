package io.assay.tasks.overlap;

/// What ROUGE compares.
public sealed interface RougeType {

  /// Runs of n words: ROUGE-n.
  record Ngrams(int n) implements RougeType {}

  /// The longest common subsequence of the whole texts: ROUGE-L.
  record LongestSubsequence() implements RougeType {}

  /// The union of longest common subsequences of each expected line with all written lines:
  /// ROUGE-Lsum.
  record SummarySubsequences() implements RougeType {}

  /// The type of a name: `rouge1` to `rouge9`, `rougeL` or `rougeLsum`.
  ///
  /// @throws IllegalArgumentException where the name is another
  static RougeType of(String name) {
    if (name.equals("rougeL")) {
      return new LongestSubsequence();
    }
    if (name.equals("rougeLsum")) {
      return new SummarySubsequences();
    }
    if (name.matches("rouge[1-9]")) {
      return new Ngrams(name.charAt(5) - '0');
    }
    throw new IllegalArgumentException(
        "ROUGE type is " + name + ", expected rouge1 to rouge9, rougeL or rougeLsum");
  }
}
