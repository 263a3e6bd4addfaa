package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// Average precision of pairs ranked by similarity, of which equal ones enter together: the main
/// score of pair classification in MTEB.
@AutoService(MetricFactory.class)
public final class PairAp implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "pair_ap",
        "Average precision of pairs that belong together, ranked by similarity.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2210.07316");
  }

  @Override
  public List<Param> params() {
    return PairMetric.PARAMS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new PairMetric(this, Params.of(spec, this)) {
      @Override
      OptionalDouble score(ThresholdSweep sweep, int[] weights) {
        return sweep.averagePrecision(weights);
      }
    };
  }
}
