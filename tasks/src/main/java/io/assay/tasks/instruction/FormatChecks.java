package io.assay.tasks.instruction;

import io.assay.contracts.wire.StrictJson;
import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Instructions about the form of a response: titles, lists, sections, JSON. Where the reference's
/// expressions take the square of a text's length, the same is found in one pass.
final class FormatChecks {

  private static final Pattern HIGHLIGHT = Pattern.compile("\\*[^\\n*]*\\*");
  private static final Pattern DOUBLE_HIGHLIGHT = Pattern.compile("\\*\\*[^\\n*]*\\*\\*");
  private static final List<String> ANSWERS =
      List.of("My answer is yes.", "My answer is no.", "My answer is maybe.");
  private static final List<String> FENCES = List.of("```json", "```Json", "```JSON", "```");

  private FormatChecks() {}

  /// Something between `<<` and `>>` on one line.
  static boolean hasTitle(String response) {
    return Lines.of(response).stream().anyMatch(FormatChecks::hasTitleInLine);
  }

  private static boolean hasTitleInLine(String line) {
    int from = line.indexOf("<<");
    int to = line.lastIndexOf(">>");
    return from >= 0
        && to > from + 2
        && !isBlank(Trim.right(Trim.left(line.substring(from, to + 2), '<'), '>'));
  }

  static Instruction highlights(Arguments arguments) {
    int least = arguments.count("num_highlights");
    return Instruction.of(response -> highlights(response) >= least);
  }

  /// Texts between single asterisks, and once more those between double ones.
  private static int highlights(String response) {
    int count = 0;
    Matcher single = HIGHLIGHT.matcher(response);
    while (single.find()) {
      count += isBlank(Trim.both(single.group(), '*')) ? 0 : 1;
    }
    Matcher twice = DOUBLE_HIGHLIGHT.matcher(response);
    while (twice.find()) {
      count += isBlank(response.substring(twice.start() + 2, twice.end() - 2)) ? 0 : 1;
    }
    return count;
  }

  static Instruction bullets(Arguments arguments) {
    int wanted = arguments.count("num_bullets");
    return Instruction.of(response -> Bullets.count(response) == wanted);
  }

  static Instruction sections(Arguments arguments) {
    int least = arguments.count("num_sections");
    Pattern head = PythonRegex.compile("\\s?" + arguments.text("section_spliter") + "\\s?\\d+\\s?");
    return response ->
        PythonRegex.bounded(response, text -> Keyword.Expression.count(head, text))
            .map(count -> count * (1 + head.matcher("").groupCount()) >= least);
  }

  static Instruction placeholders(Arguments arguments) {
    int least = arguments.count("num_placeholders");
    return Instruction.of(response -> placeholders(response) >= least);
  }

  /// Texts between square brackets, each on one line.
  private static int placeholders(String response) {
    int count = 0;
    for (String line : Lines.of(response)) {
      int open = line.indexOf('[');
      int close = open < 0 ? -1 : line.indexOf(']', open);
      while (close >= 0) {
        count++;
        open = line.indexOf('[', close);
        close = open < 0 ? -1 : line.indexOf(']', open);
      }
    }
    return count;
  }

  static Instruction postscript(Arguments arguments) {
    String marker = arguments.text("postscript_marker");
    Pattern pattern =
        PythonRegex.compile(
            switch (marker) {
              case "P.P.S" -> "p\\.\\s?p\\.\\s?s";
              case "P.S." -> "p\\.\\s?s\\.";
              default -> PythonText.lower(marker);
            });
    return response ->
        PythonRegex.bounded(PythonText.lower(response), text -> pattern.matcher(text).find());
  }

  static boolean isJson(String response) {
    String json = PythonText.strip(response);
    for (String fence : FENCES) {
      json = json.startsWith(fence) ? json.substring(fence.length()) : json;
    }
    json = json.endsWith("```") ? json.substring(0, json.length() - 3) : json;
    return StrictJson.python(PythonText.strip(json)) instanceof StrictJson.Read.Valid;
  }

  static boolean hasAnswer(String response) {
    return ANSWERS.stream().anyMatch(response::contains);
  }

  private static boolean isBlank(String text) {
    return PythonText.strip(text).isEmpty();
  }
}
