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

/// How often judges prefer an answer to others': a win counts 1, a tie a half. The mean over rivals
/// and judges; see [Comparison] for the orders of a pair.
@AutoService(MetricFactory.class)
public final class JudgeWinRate implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "win_rate",
        "Share of comparisons that the answer wins by judges' preference; ties are half wins.",
        Shown.TASK_TYPES,
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2306.05685");
  }

  @Override
  public List<Param> params() {
    return ComparisonParams.PARAMS;
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Asks asks() {
    return Asks.JUDGES_AND_RIVALS;
  }

  @Override
  public Asks asks(MetricSpec spec) {
    return Comparison.asks(spec);
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Won(this, Params.of(spec, this));
  }

  private static final class Won extends Mean implements OpinionMetric {

    private final Comparison comparison;

    Won(MetricFactory factory, Params params) {
      super(factory, params, 32);
      this.comparison = Comparison.withRivals(params);
    }

    @Override
    public Assessment assessment() {
      return comparison;
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
