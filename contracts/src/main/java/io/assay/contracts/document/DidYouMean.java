package io.assay.contracts.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Suggestions for words that were probably mistyped.
public final class DidYouMean {

  private static final int SHOWN = 12;

  private DidYouMean() {}

  /// `did you mean X?` where some candidate is near, else the candidates themselves.
  ///
  /// @param word what was written
  /// @param candidates what would have been understood
  /// @param plural what the candidates are: `metrics`
  public static String of(String word, Collection<String> candidates, String plural) {
    return nearest(word, candidates)
        .map(near -> "did you mean " + near + "?")
        .orElseGet(() -> list(candidates, plural));
  }

  /// The candidate nearest to the word, if one is near enough to be meant.
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    int limit = Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(fold(word), fold(candidate)) <= limit)
        .min(
            Comparator.comparingInt((String candidate) -> distance(fold(word), fold(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String list(Collection<String> candidates, String plural) {
    if (candidates.isEmpty()) {
      return "there are no " + plural;
    }
    String shown = candidates.stream().sorted().limit(SHOWN).collect(Collectors.joining(", "));
    return plural + ": " + shown + (candidates.size() > SHOWN ? ", …" : "");
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /// Insertions, deletions, replacements and swaps of neighbours.
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : step(a, b, rows, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] rows, int i, int j) {
    int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
