package io.assay.tasks.judge;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Consulting.Subject;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Mean;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// The mean rating that judges give, on a scale of one's own. A panel's rating is the mean of its
/// members'.
@AutoService(MetricFactory.class)
public final class JudgeScore implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "judge_score",
        "Mean rating by judges, by default from 1 to 10.",
        Shown.TASK_TYPES,
        true,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        1,
        "https://arxiv.org/abs/2306.05685");
  }

  @Override
  public List<Param> params() {
    return Rating.SCALE_PARAMS;
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
    return new Scored(this, Params.of(spec, this));
  }

  private static final class Scored extends Mean implements OpinionMetric {

    private final Rating rating;

    Scored(MetricFactory factory, Params params) {
      super(factory, params, 16);
      this.rating = Rating.onScale(params);
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
      return judged(Opinions.mean(opinions), OpinionMetric.explained(opinions));
    }
  }
}
