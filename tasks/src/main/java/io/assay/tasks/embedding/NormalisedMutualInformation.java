package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// Mutual information of classes and clusters, divided by the arithmetic mean of their entropies:
/// the same number as `v_measure`, under the name that MTEB gives it too.
@AutoService(MetricFactory.class)
public final class NormalisedMutualInformation implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "nmi",
        "Mutual information of labels and k-means clusters, normalised.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.normalized_mutual_info_score.html");
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
        return OptionalDouble.of(table.vMeasure());
      }
    };
  }
}
