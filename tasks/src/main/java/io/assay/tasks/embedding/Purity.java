package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// The share of items that are of their cluster's most frequent class.
@AutoService(MetricFactory.class)
public final class Purity implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "purity",
        "Share of texts that have the most frequent label of their k-means cluster.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://nlp.stanford.edu/IR-book/html/htmledition/evaluation-of-clustering-1.html");
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
        return table.purity();
      }
    };
  }
}
