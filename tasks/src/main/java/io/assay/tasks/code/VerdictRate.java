package io.assay.tasks.code;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Proportion;
import java.util.function.Predicate;

/// The share of programs whose verdict is of a kind.
final class VerdictRate extends Proportion {

  private final CodeRuns runs;
  private final Predicate<Verdict> counted;

  VerdictRate(MetricFactory factory, Params params, Predicate<Verdict> counted) {
    super(factory, params);
    this.runs = new CodeRuns(params);
    this.counted = counted;
  }

  static MetricInfo info(String name, String summary, boolean higherIsBetter) {
    return new MetricInfo(
        name,
        summary,
        CodeRuns.TASK_TYPES,
        higherIsBetter,
        higherIsBetter ? 0 : 1,
        higherIsBetter ? 1 : 0,
        1,
        "https://github.com/openai/human-eval");
  }

  @Override
  public Judgement judge(Sample sample, Answer answer) {
    return answer instanceof Answer.Text text
        ? switch (runs.run(sample, text)) {
          case CodeRuns.Outcome.Ran(Execution execution) ->
              judged(counted.test(execution.verdict()), CodeRuns.explanation(execution));
          case CodeRuns.Outcome.NotRun(String reason) -> unjudgeable(reason);
          case CodeRuns.Outcome.NoSandbox(String reason) -> notJudged(reason);
        }
        : wrongAnswer(answer, "programs");
  }
}
