package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// Whether clusters hold one class only (Rosenberg and Hirschberg 2007).
@AutoService(MetricFactory.class)
public final class Homogeneity implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "homogeneity",
        "Whether k-means clusters hold one label only.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://aclanthology.org/D07-1043");
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
        return OptionalDouble.of(table.homogeneity());
      }
    };
  }
}
