package io.assay.tasks.judge;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Consulting.Subject;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Proportion;
import java.util.List;

/// The share of answers that judges let pass: more than half of a panel must.
@AutoService(MetricFactory.class)
public final class JudgePass implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "judge_pass",
        "Share of answers that judges let pass.",
        Shown.TASK_TYPES,
        true,
        0,
        1,
        1,
        "https://inspect.aisi.org.uk/scorers.html");
  }

  @Override
  public List<Param> params() {
    return Rating.PASS_PARAMS;
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Asks asks() {
    return Asks.JUDGES;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Passed(this, Params.of(spec, this));
  }

  private static final class Passed extends Proportion implements OpinionMetric {

    private final Rating rating;

    Passed(MetricFactory factory, Params params) {
      super(factory, params);
      this.rating = Rating.passing(params);
    }

    @Override
    public Assessment assessment() {
      return rating;
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return OpinionMetric.alone(this, sample);
    }

    @Override
    public Judgement of(Subject subject, List<Opinion> opinions) {
      return judged(Opinions.mean(opinions) > 0.5, OpinionMetric.explained(opinions));
    }
  }
}
