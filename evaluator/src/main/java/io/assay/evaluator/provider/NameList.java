package io.assay.evaluator.provider;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names that are allowed. `*` in an entry stands for any characters; case does not matter.
public final class NameList {

  private final List<Pattern> patterns;

  /// @param entries names, or patterns such as `*.example.org`
  public NameList(List<String> entries) {
    this.patterns = entries.stream().map(NameList::pattern).toList();
  }

  private static Pattern pattern(String entry) {
    var parts = entry.strip().toLowerCase(Locale.ROOT).split("\\*", -1);
    var regex = new StringBuilder(Pattern.quote(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      regex.append(".*").append(Pattern.quote(parts[i]));
    }
    return Pattern.compile(regex.toString());
  }

  /// Whether a name is allowed.
  public boolean contains(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return patterns.stream().anyMatch(pattern -> pattern.matcher(lower).matches());
  }
}
