package io.assay.tasks.choice;

import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.text.PythonText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the choice is found in a text. Each way compares as its reference does: openai/simple-evals
/// minds case, lm-evaluation-harness neither case nor punctuation.
enum LetterExtraction {
  SIMPLE_EVALS_MMLU("simple-evals-mmlu"),
  SIMPLE_EVALS_GPQA("simple-evals-gpqa"),
  HARNESS_FLAN("lm-eval-flan-strict"),
  HARNESS_MULTI_CHOICE("lm-eval-multi-choice"),
  HARNESS_GENERATIVE("lm-eval-generative");

  private static final int FOUR = 4; // as many as the references know

  /// The parameter that says which.
  static final MetricFactory.Param PARAM =
      new MetricFactory.Param(
          "extraction",
          "text",
          SIMPLE_EVALS_MMLU.parameter,
          "how the letter is found in a text: " + String.join(", ", parameters()));

  private final String parameter;

  LetterExtraction(String parameter) {
    this.parameter = parameter;
  }

  private static List<String> parameters() {
    return Arrays.stream(values()).map(each -> each.parameter).toList();
  }

  static LetterExtraction of(Params params) {
    String wanted = params.choice(PARAM.name(), parameters());
    return Arrays.stream(values())
        .filter(each -> each.parameter.equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  /// What a text names as its choice.
  Optional<String> extract(String text, List<String> choices) {
    char last = (char) ('A' + Math.max(FOUR, choices.size()) - 1);
    return switch (this) {
      case SIMPLE_EVALS_MMLU -> SimpleEvalsLetter.mmlu(text, last);
      case SIMPLE_EVALS_GPQA -> SimpleEvalsLetter.gpqa(text, last);
      case HARNESS_FLAN -> valid(HarnessLetter.flanStrict(text));
      case HARNESS_MULTI_CHOICE -> valid(HarnessLetter.multiChoice(text, choices));
      case HARNESS_GENERATIVE -> valid(HarnessLetter.firstLine(text));
    };
  }

  private static Optional<String> valid(String extracted) {
    return Optional.of(extracted).filter(each -> !each.equals(HarnessLetter.INVALID));
  }

  /// The choice that was named, from 0.
  Optional<Integer> choice(String extracted, int choices) {
    return switch (this) {
      case SIMPLE_EVALS_MMLU, SIMPLE_EVALS_GPQA -> Choices.index(extracted, choices);
      case HARNESS_FLAN, HARNESS_MULTI_CHOICE, HARNESS_GENERATIVE ->
          Choices.index(PythonText.withoutPunctuation(extracted).toUpperCase(Locale.ROOT), choices);
    };
  }
}
