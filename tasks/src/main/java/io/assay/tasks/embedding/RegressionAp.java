package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// Classification of frozen vectors by logistic regression, as MTEB's classification tasks measure
/// it: average precision of the decisions between two classes, of which the greater label is the
/// positive one. Not defined for more classes.
@AutoService(MetricFactory.class)
public final class RegressionAp implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "logreg_ap",
        "Average precision of logistic regression on frozen vectors.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2210.07316");
  }

  @Override
  public List<Param> params() {
    return ProbeMetric.REGRESSION_PARAMS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new ProbeMetric(this, Params.of(spec, this), false) {
      @Override
      OptionalDouble score(Decisions decisions, int[] weights) {
        return decisions.averagePrecision(weights);
      }
    };
  }
}
