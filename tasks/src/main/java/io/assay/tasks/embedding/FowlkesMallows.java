package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// The geometric mean of precision and recall over pairs of items that are together (Fowlkes and
/// Mallows 1983).
@AutoService(MetricFactory.class)
public final class FowlkesMallows implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "fowlkes_mallows",
        "Geometric mean of precision and recall over pairs in one k-means cluster.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://doi.org/10.1080/01621459.1983.10478008");
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
        return OptionalDouble.of(table.fowlkesMallows());
      }
    };
  }
}
