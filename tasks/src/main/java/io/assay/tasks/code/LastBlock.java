package io.assay.tasks.code;

import io.assay.tasks.text.PythonRegex;
import java.util.List;
import java.util.regex.Matcher;

/// CodeParrot's `remove_last_block`: everything from the last separator on is dropped, and a text
/// without a separator is dropped whole, since its last block never ended.
public final class LastBlock {

  /// CodeParrot's own separators.
  public static final List<String> SEPARATORS =
      List.of("\nclass", "\ndef", "\n#", "\n@", "\nprint", "\nif");

  private LastBlock() {}

  /// The text without its last block.
  ///
  /// @param separators regular expressions in Python's syntax, as the reference joins them
  /// @throws IllegalArgumentException where they are no valid expression
  public static String remove(String text, List<String> separators) {
    Matcher matcher = PythonRegex.compile("(" + String.join("|", separators) + ")").matcher(text);
    int kept = 0;
    while (matcher.find()) {
      kept = matcher.start();
    }
    return text.substring(0, kept);
  }
}
