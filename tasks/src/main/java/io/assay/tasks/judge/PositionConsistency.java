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

/// How often a judge gives the same verdict on a pair of answers in both orders: below about 0.8
/// its verdicts say more about positions than about answers.
@AutoService(MetricFactory.class)
public final class PositionConsistency implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "position_consistency",
        "Share of comparisons whose verdict does not depend on the order of the answers.",
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
    return new Consistent(this, Params.of(spec, this));
  }

  private static final class Consistent extends Mean implements OpinionMetric {

    private final Comparison comparison;

    Consistent(MetricFactory factory, Params params) {
      super(factory, params, 32);
      this.comparison = Comparison.withRivals(params);
      if (!params.flag("swap")) {
        throw new IllegalArgumentException(
            "swap of metric position_consistency is false, expected true: one order alone cannot"
                + " contradict another");
      }
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
      double consistent = opinions.stream().filter(Opinion::consistent).count();
      return judged(consistent / opinions.size(), OpinionMetric.explained(opinions));
    }
  }
}
