package io.assay.tasks.answer;

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
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;

/// DROP's F1: overlap of the sets of words, 0 where the target has numbers and the answer none of
/// them, the best over all targets, rounded to a hundredth of a percent; the mean over samples.
/// From 0 to 1, where the reference prints percent.
@AutoService(MetricFactory.class)
public final class DropF1 implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "drop_f1",
        "Mean overlap of words and numbers with the nearest target, as DROP's evaluation.",
        List.of("text-generation"),
        true,
        0,
        1,
        1,
        "https://github.com/openai/simple-evals/blob/main/drop_eval.py");
  }

  @Override
  public List<Param> params() {
    return List.of(AnswerLine.PARAM);
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Mean {

    private final AnswerLine line;

    Judge(MetricFactory factory, Params params) {
      super(factory, params, 32);
      line = AnswerLine.of(params);
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return judgeText(sample, answer, (text, targets) -> judge(sample, text, targets));
    }

    private Judgement judge(Sample sample, String text, List<String> targets) {
      DropAnswer given = DropAnswer.of(line.in(text));
      Optional<DropAnswer.Score> score = given.score(targets);
      return score.isEmpty()
          ? noTarget(sample)
          : judged(
              score.get().f1() / 100,
              "compared “" + PythonText.excerpt(given.normalized(), 200) + "”");
    }
  }
}
