package io.assay.tasks.code;

import io.assay.tasks.text.UnknownName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Cuts a completion where it goes on to something else. Most stop strings begin with a line break,
/// so that one at the very start of a text is not found.
public final class StopSequences {

  private static final Map<String, List<String>> SETS = sets();

  private StopSequences() {}

  /// The text before the earliest of all stop strings.
  public static String cut(String text, List<String> stops) {
    int end = text.length();
    for (String stop : stops) {
      int at = text.indexOf(stop);
      if (at >= 0) {
        end = Math.min(end, at);
      }
    }
    return text.substring(0, end);
  }

  /// The names of the sets of stop strings that benchmarks use.
  public static List<String> names() {
    return List.copyOf(SETS.keySet());
  }

  /// The stop strings of a benchmark; `none` has none.
  ///
  /// @throws UnknownName where there is no such set
  public static List<String> of(String name) {
    List<String> stops = SETS.get(name);
    if (stops == null) {
      throw new UnknownName("set of stop strings", name, names());
    }
    return stops;
  }

  private static Map<String, List<String>> sets() {
    var sets = new LinkedHashMap<String, List<String>>();
    sets.put("none", List.of());
    sets.put(
        "humaneval",
        List.of("\nclass", "\ndef", "\n#", "\n@", "\nprint", "\nif", "\n```", "<file_sep>"));
    sets.put(
        "mbpp", List.of("\nclass", "\nassert", "\n\"\"\"", "\nprint", "\nif", "\n<|/", "\n```"));
    sets.put("codeparrot", LastBlock.SEPARATORS);
    sets.put("multipl-e-java", List.of("\n    }\n"));
    sets.put("multipl-e-js", List.of("\nfunction ", "\n/*", "\n//", "\nconsole.log"));
    sets.put("multipl-e-lua", List.of("\nlocal", "\nfunction", "\n--", "\n\n"));
    sets.put("multipl-e-php", List.of("\nfunction", "\n?>", "\n//", "\n#"));
    sets.put("multipl-e-rb", List.of("\nclass", "\ndef", "\n#", "\n\n"));
    sets.put("multipl-e-hs", List.of("\n\n\n"));
    return Collections.unmodifiableMap(sets);
  }
}
