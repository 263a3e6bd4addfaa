package io.assay.tasks.own;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Mean;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.TextTasks;
import java.time.Duration;
import java.util.List;

/// A program of the user's judges: one JSON object a line in, one out; the mean of what it says.
/// The program stays and gets line after line; it is never given to a shell. In: `{"id", "input",
/// "target", "output", "metadata"}`. Out: `{"value": 0.5}`, with `"explanation"` for people if it
/// likes; or `{"error": "why"}` where it cannot judge.
///
/// Whoever may submit jobs could run any program by this, so the operator must allow it
/// ([#ALLOWED]).
@AutoService(MetricFactory.class)
public final class CommandMetric implements MetricFactory {

  /// The system property that must be `true` where programs may judge.
  public static final String ALLOWED = "assay.commands.allowed";

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "command",
        "Mean of the values that a program of your own gives.",
        TextTasks.ALL,
        true,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        1,
        "https://jsonlines.org/");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param("command", "list", "[]", "the program and its arguments"),
        new Param("timeout", "number", "30", "seconds that one answer may take"));
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public boolean runsPrograms() {
    return true;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Mean {

    private static final int FRACTION_BITS = 16;

    private final JsonLinesProgram program;

    Judge(MetricFactory factory, Params params) {
      super(factory, params, FRACTION_BITS);
      List<String> command = params.texts("command");
      if (command.isEmpty()) {
        throw new IllegalArgumentException(
            "metric command needs a command, such as command: [python3, judge.py]");
      }
      if (!Boolean.getBoolean(ALLOWED)) {
        throw new IllegalArgumentException(
            "metric command is switched off here, since it runs programs: the operator allows it"
                + " with -D"
                + ALLOWED
                + "=true");
      }
      program =
          new JsonLinesProgram(
              command, Duration.ofMillis((long) (params.number("timeout", 0.001) * 1000)));
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      var text = textOf(answer).orElse(null);
      if (text == null) {
        return wrongAnswer(answer, "texts");
      }
      return switch (program.ask(Question.of(sample, text))) {
        case JsonLinesProgram.Reply.Value(double value, String explanation) ->
            judged(value, explanation);
        case JsonLinesProgram.Reply.Failed(String reason) ->
            unjudgeable(reason + " (sample " + sample.id() + ")");
      };
    }
  }
}
