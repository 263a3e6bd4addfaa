package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// Mutual information of classes and clusters beyond chance (Vinh, Epps and Bailey 2010).
@AutoService(MetricFactory.class)
public final class AdjustedMutualInformation implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "ami",
        "Mutual information of labels and k-means clusters beyond chance.",
        List.of("embedding"),
        true,
        -1,
        1,
        1,
        "https://jmlr.org/papers/v11/vinh10a.html");
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
        return OptionalDouble.of(table.adjustedMutualInformation());
      }
    };
  }
}
