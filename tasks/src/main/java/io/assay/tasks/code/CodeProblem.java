package io.assay.tasks.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a sample asks for, in the fields of HumanEval, MBPP and MultiPL-E: `prompt`, `entry_point`,
/// `test` or `test_list` (or `tests`), `test_imports`, `test_setup_code`, `language`. They are
/// looked for in the sample's metadata, then in its target if that is an object; a target that is a
/// text or a list is the tests; the input is the prompt.
///
/// @param language in lower case; Python if the sample does not say
/// @param prompt code that a completion continues; empty if the prompt is prose
/// @param entryPoint the name that tests call, where they take it as a parameter
/// @param imports what stands before the program
/// @param tests what runs after it, with the call of `check` if there is one
public record CodeProblem(
    String language,
    String prompt,
    @Nullable String entryPoint,
    List<String> imports,
    String tests) {

  private static final Pattern DEFINITION =
      Pattern.compile("(?m)^(?:async[ \\t]+)?def[ \\t]+(\\w+)[ \\t]*\\(");

  private static final Pattern CHECK = Pattern.compile("(?m)^def[ \\t]+check[ \\t]*\\(");

  /// What a sample lacks to be a problem, in words; empty if nothing.
  public static Optional<String> problemWith(Sample sample) {
    String tests = givenTests(sample);
    if (tests.isBlank()) {
      return Optional.of(
          "sample "
              + sample.id()
              + " has no tests: expected a field test or test_list, or them as target, found "
              + Targets.describe(sample.target()));
    }
    return takesEntryPoint(tests) && entryPoint(sample).isEmpty()
        ? Optional.of(
            "sample " + sample.id() + " has tests in a function check, but no entry_point")
        : Optional.empty();
  }

  /// The problem of a sample that has none by [#problemWith].
  public static CodeProblem of(Sample sample) {
    String tests = givenTests(sample);
    String language = language(sample);
    Optional<String> entryPoint = entryPoint(sample);
    boolean python = language.equals("python");
    String prompt = promptText(sample);
    boolean isCode = !python || entryPoint.filter(name -> defines(prompt, name)).isPresent();
    return new CodeProblem(
        language,
        isCode ? prompt : "",
        entryPoint.orElse(null),
        lines(sample, "test_imports"),
        python && takesEntryPoint(tests) ? tests + "\ncheck(" + entryPoint.get() + ")" : tests);
  }

  /// The language that a sample names, in lower case; Python if none.
  static String language(Sample sample) {
    return text(sample, "language").orElse("python").toLowerCase(Locale.ROOT);
  }

  /// Whether code defines a name at its outermost level.
  static boolean defines(String code, String name) {
    return definition(code, name).find();
  }

  /// The prompt up to the definition of the entry point: imports and helpers, which a whole
  /// solution may take for granted.
  String promptHead() {
    if (entryPoint == null) {
      return "";
    }
    Matcher matcher = definition(prompt, entryPoint);
    return matcher.find() ? prompt.substring(0, matcher.start()) : "";
  }

  private static Matcher definition(String code, String name) {
    return Pattern.compile(
            "(?m)^(?:(?:async[ \\t]+)?def|class)[ \\t]+" + Pattern.quote(name) + "(?!\\w)")
        .matcher(code);
  }

  private static boolean takesEntryPoint(String tests) {
    return CHECK.matcher(tests).find();
  }

  private static Optional<String> entryPoint(Sample sample) {
    return text(sample, "entry_point").or(() -> lastDefined(promptText(sample)));
  }

  private static Optional<String> lastDefined(String prompt) {
    Matcher matcher = DEFINITION.matcher(prompt);
    String last = null;
    while (matcher.find()) {
      last = matcher.group(1);
    }
    return Optional.ofNullable(last);
  }

  private static String promptText(Sample sample) {
    return text(sample, "prompt")
        .orElseGet(() -> sample.input().isTextual() ? sample.input().asText() : "");
  }

  private static String givenTests(Sample sample) {
    var parts = new ArrayList<String>(lines(sample, "test_setup_code"));
    parts.removeIf(String::isBlank);
    int before = parts.size();
    for (String name : List.of("test", "tests", "test_list")) {
      if (parts.size() == before) {
        parts.addAll(lines(sample, name));
      }
    }
    if (parts.size() == before) {
      parts.addAll(Targets.texts(sample.target()).orElse(List.of()));
    }
    return parts.size() == before ? "" : String.join("\n", parts);
  }

  private static Optional<String> text(Sample sample, String name) {
    return field(sample, name).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static List<String> lines(Sample sample, String name) {
    return field(sample, name).flatMap(Targets::texts).orElse(List.of());
  }

  private static Optional<JsonNode> field(Sample sample, String name) {
    JsonNode field = sample.metadata().get(name);
    JsonNode target = sample.target();
    return field == null && target != null && target.isObject()
        ? Optional.ofNullable(target.get(name))
        : Optional.ofNullable(field);
  }
}
