package io.assay.tasks.answer;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Proportion;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;

/// DROP's exact match: whether the answer equals a target in lower case without punctuation and
/// articles, numbers by their value; the share of samples where it does.
@AutoService(MetricFactory.class)
public final class DropEm implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "drop_em",
        "Share of answers that equal a target, numbers by value, as DROP's evaluation.",
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

  private static final class Judge extends Proportion {

    private final AnswerLine line;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
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
              score.get().exact(),
              "compared “" + PythonText.excerpt(given.normalized(), 200) + "”");
    }
  }
}
