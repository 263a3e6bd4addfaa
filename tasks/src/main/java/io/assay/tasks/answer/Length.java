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
import io.assay.tasks.metric.TextTasks;
import java.util.List;

/// How long answers are on average, in characters (Unicode code points). Says nothing of their
/// worth: a way to see that a model rambles or is cut off.
@AutoService(MetricFactory.class)
public final class Length implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "length",
        "Mean length of answers in characters.",
        TextTasks.ALL,
        false,
        Double.POSITIVE_INFINITY,
        0,
        1,
        "https://www.unicode.org/glossary/#code_point");
  }

  @Override
  public List<Param> params() {
    return List.of();
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Mean {

    Judge(MetricFactory factory, Params params) {
      super(factory, params, 0);
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      var text = textOf(answer).orElse(null);
      if (text == null) {
        return wrongAnswer(answer, "texts");
      }
      int characters = text.codePointCount(0, text.length());
      return judged(characters, characters + " characters");
    }
  }
}
