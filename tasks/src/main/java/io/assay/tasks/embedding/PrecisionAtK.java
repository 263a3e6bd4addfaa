package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Map;

/// The share of relevant passages (grade 1 or more) among the first k, as trec_eval's `P`: divided by
/// k also where fewer were found. The mean over queries.
@AutoService(MetricFactory.class)
public final class PrecisionAtK implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "precision",
        "Share of the first k passages that are relevant (mean over queries).",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://github.com/usnistgov/trec_eval (m_P.c)");
  }

  @Override
  public List<Param> params() {
    return RetrievalMetric.PARAMS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new RetrievalMetric(this, Params.of(spec, this)) {
      @Override
      double value(List<String> found, Map<String, Double> grades) {
        return (double) hits(found, grades, cutoff()) / cutoff();
      }
    };
  }
}
