package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// The Rand index of classes and clusters beyond chance (Hubert and Arabie 1985).
@AutoService(MetricFactory.class)
public final class AdjustedRand implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "ari",
        "Share of pairs that labels and k-means clusters treat alike, beyond chance.",
        List.of("embedding"),
        true,
        -1,
        1,
        1,
        "https://doi.org/10.1007/BF01908075");
  }

  @Override
  public List<Param> params() {
    return ClusteringMetric.PARAMS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new ClusteringMetric(this, Params.of(spec, this)) {
      @Override
      OptionalDouble score(Contingency table) {
        return OptionalDouble.of(table.adjustedRand());
      }
    };
  }
}
