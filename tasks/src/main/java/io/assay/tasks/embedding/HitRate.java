package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Map;

/// Whether there is a relevant passage (grade 1 or more) among the first k, as trec_eval's `success`
/// and MTEB's `hit_rate_at_k`. The mean over queries.
@AutoService(MetricFactory.class)
public final class HitRate implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "hit_rate",
        "Share of queries with a relevant passage among the first k.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://github.com/usnistgov/trec_eval (m_success.c)");
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
        return hits(found, grades, cutoff()) > 0 ? 1 : 0;
      }
    };
  }
}
