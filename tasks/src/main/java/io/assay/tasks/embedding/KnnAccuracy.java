package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// Classification of frozen vectors by a vote of nearest neighbours: the share of right decisions, the mean over
/// experiments.
@AutoService(MetricFactory.class)
public final class KnnAccuracy implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "knn_accuracy",
        "Accuracy of a vote of nearest neighbours on frozen vectors.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2210.07316");
  }

  @Override
  public List<Param> params() {
    return ProbeMetric.NEIGHBOUR_PARAMS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new ProbeMetric(this, Params.of(spec, this), true) {
      @Override
      OptionalDouble score(Decisions decisions, int[] weights) {
        return decisions.accuracy(weights);
      }
    };
  }
}
