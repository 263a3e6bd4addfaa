package io.assay.tasks.statistics;

/// One judgement of two systems' answers to the same sample.
///
/// @param first a system's id
/// @param second another system's id
/// @param score 1 where the first won, 0 where the second did, between for ties and doubt
public record Match(String first, String second, double score) {
  public Match {
    if (first.equals(second)) {
      throw new IllegalArgumentException(first + " was compared with itself");
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "score of " + first + " against " + second + " is " + score + ", expected 0 to 1");
    }
  }
}
