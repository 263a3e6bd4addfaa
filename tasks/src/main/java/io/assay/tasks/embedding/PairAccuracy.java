package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// The share of right decisions at the best threshold on similarity, as MTEB's pair classification
/// looks for it; thresholds are those of the same pairs.
@AutoService(MetricFactory.class)
public final class PairAccuracy implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "pair_accuracy",
        "Share of right decisions on pairs at the best threshold on similarity.",
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
        return sweep.accuracy(weights);
      }
    };
  }
}
