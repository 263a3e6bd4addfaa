package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// The share of items that are right if each cluster gets the class that suits best, no class
/// twice (Hungarian assignment), as MTEB's older clustering tasks report it.
@AutoService(MetricFactory.class)
public final class ClusterAccuracy implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "cluster_accuracy",
        "Share of texts in the k-means cluster that suits their label best.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2210.07316");
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
        return table.accuracy();
      }
    };
  }
}
