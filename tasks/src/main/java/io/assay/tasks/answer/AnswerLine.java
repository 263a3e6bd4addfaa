package io.assay.tasks.answer;

import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.text.PythonRegex;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which part of a text is the answer: all of it, or what follows the first `Answer:` on its line,
/// as openai/simple-evals asks its models to end.
enum AnswerLine {
  WHOLE,
  AFTER_ANSWER;

  private static final Pattern ANSWER = PythonRegex.compile("(?i)Answer\\s*:\\s*([^\\n]+)");

  /// The parameter that says which.
  static final MetricFactory.Param PARAM =
      new MetricFactory.Param(
          "extraction",
          "text",
          "none",
          "none: the whole text is the answer; answer-line: what follows `Answer:`, if it is there");

  static AnswerLine of(Params params) {
    return params.choice(PARAM.name(), List.of("none", "answer-line")).equals("none")
        ? WHOLE
        : AFTER_ANSWER;
  }

  /// The answer in a text; the text itself where there is no such line.
  String in(String text) {
    if (this == WHOLE) {
      return text;
    }
    Matcher matcher = ANSWER.matcher(text);
    return matcher.find() ? matcher.group(1) : text;
  }
}
