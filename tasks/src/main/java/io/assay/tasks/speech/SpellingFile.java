package io.assay.tasks.speech;

import io.assay.tasks.text.PythonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a table of spellings from a file: one JSON object whose names are British words and whose
/// values are American ones.
final class SpellingFile {

  private static final String TEXT = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
  private static final Pattern PAIR =
      Pattern.compile("\\s*+" + TEXT + "\\s*+:\\s*+" + TEXT + "\\s*+([,}])", Pattern.DOTALL);
  private static final Pattern ESCAPED = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)", Pattern.DOTALL);

  private SpellingFile() {}

  /// @throws IllegalArgumentException where it cannot be read or is no such object
  static SpellingTable read(Path file) {
    try {
      return new SpellingTable(parse(PythonText.strip(Files.readString(file)), file));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the table of spellings " + file, e);
    }
  }

  private static Map<String, String> parse(String json, Path file) {
    var pairs = new HashMap<String, String>();
    Matcher pair = PAIR.matcher(json);
    int at = 1;
    boolean open = json.startsWith("{");
    while (open && pair.region(at, json.length()).lookingAt()) {
      pairs.put(unescaped(pair.group(1)), unescaped(pair.group(2)));
      at = pair.end();
      open = pair.group(3).equals(",");
    }
    if (pairs.isEmpty() || open || at != json.length()) {
      throw new IllegalArgumentException(
          file + " is no JSON object of words and their spellings (at character " + at + ")");
    }
    return pairs;
  }

  private static String unescaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(each -> Matcher.quoteReplacement(unescapedCharacter(each.group(1))));
  }

  private static String unescapedCharacter(String escape) {
    return switch (escape.charAt(0)) {
      case 'u' ->
          escape.length() == 1
              ? escape
              : String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      default -> escape;
    };
  }
}
