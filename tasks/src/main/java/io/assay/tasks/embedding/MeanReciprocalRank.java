package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Map;

/// Mean reciprocal rank: 1 / rank of the first relevant passage (grade 1 or more) if it is among the
/// first k, else 0, as MTEB's `mrr_at_k` and trec_eval's `recip_rank`. The mean over queries.
@AutoService(MetricFactory.class)
public final class MeanReciprocalRank implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "mrr",
        "One divided by the rank of the first relevant passage among k (mean over queries).",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://github.com/usnistgov/trec_eval (m_recip_rank.c)");
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
        for (int i = 0; i < Math.min(cutoff(), found.size()); i++) {
          if (isRelevant(found.get(i), grades)) {
            return 1 / (i + 1.0);
          }
        }
        return 0;
      }
    };
  }
}
