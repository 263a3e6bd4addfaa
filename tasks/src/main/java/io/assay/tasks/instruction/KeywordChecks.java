package io.assay.tasks.instruction;

import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Instructions about words and letters. Keywords are regular expressions, as in the reference.
final class KeywordChecks {

  private KeywordChecks() {}

  static Instruction existence(Arguments arguments) {
    List<Pattern> keywords =
        arguments.texts("keywords").stream().map(each -> compile("(?i)" + each)).toList();
    return response -> all(keywords, response, true);
  }

  static Instruction forbidden(Arguments arguments) {
    List<Pattern> words =
        arguments.texts("forbidden_words").stream()
            .map(each -> compile("(?i)\\b" + each + "\\b"))
            .toList();
    return response -> all(words, response, false);
  }

  /// Whether each expression is found, or each is not.
  private static Optional<Boolean> all(List<Pattern> patterns, String response, boolean found) {
    for (Pattern pattern : patterns) {
      Optional<Boolean> finds = PythonRegex.bounded(response, text -> pattern.matcher(text).find());
      if (finds.isEmpty() || finds.get() != found) {
        return finds.map(_ -> false);
      }
    }
    return Optional.of(true);
  }

  static Instruction frequency(Arguments arguments) {
    Pattern keyword = compile("(?i)" + arguments.text("keyword"));
    IntPredicate enough = arguments.relation("relation", "frequency");
    return response ->
        PythonRegex.bounded(response, text -> count(keyword, text)).map(enough::test);
  }

  /// How often an expression is found.
  static int count(Pattern pattern, CharSequence text) {
    Matcher matcher = pattern.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  static Instruction letterFrequency(Arguments arguments) {
    String letter = PythonText.lower(arguments.text("letter"));
    if (letter.length() != 1 || letter.charAt(0) < 'a' || letter.charAt(0) > 'z') {
      throw arguments.wrong("letter", "a letter from a to z");
    }
    IntPredicate enough = arguments.relation("let_relation", "let_frequency");
    return Instruction.of(response ->
        enough.test(
            (int) PythonText.lower(response).chars().filter(c -> c == letter.charAt(0)).count()));
  }

  private static Pattern compile(String expression) {
    return PythonRegex.compile(expression);
  }
}
