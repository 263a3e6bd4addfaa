package io.assay.tasks.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what a mistyped name was probably meant to be.
public final class Suggestions {

  private Suggestions() {}

  /// The known name with the fewest edits, if they are few for its length; case, `-` and `_` do not
  /// count. The alphabetically first one among equals.
  public static Optional<String> closest(String name, Collection<String> known) {
    String plain = plain(name);
    return known.stream()
        .filter(candidate -> distance(plain, plain(candidate)) <= allowed(plain))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(plain, plain(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int allowed(String name) {
    return Math.max(1, Math.min(3, name.length() / 3));
  }

  private static String plain(String name) {
    String cut = name.length() > 100 ? name.substring(0, 100) : name;
    return cut.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
