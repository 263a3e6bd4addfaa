package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Map;

/// The share of a query's relevant passages (grade 1 or more) that are among the first k, as
/// trec_eval's `recall`. A query without a relevant passage is worth 0. The mean over queries.
@AutoService(MetricFactory.class)
public final class Recall implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "recall",
        "Share of the relevant passages among the first k (mean over queries).",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://github.com/usnistgov/trec_eval (m_recall.c)");
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
        long relevant = relevant(grades);
        return relevant == 0 ? 0 : (double) hits(found, grades, cutoff()) / relevant;
      }
    };
  }
}
