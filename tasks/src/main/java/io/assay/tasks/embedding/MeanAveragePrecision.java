package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Map;

/// Mean average precision over the first k passages, as trec_eval's `map_cut`: the precisions at the
/// ranks of relevant passages (grade 1 or more), summed and divided by all relevant ones of the
/// query. The mean over queries; also the main score of reranking tasks in MTEB.
@AutoService(MetricFactory.class)
public final class MeanAveragePrecision implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "map",
        "Average precision over the first k passages (mean over queries).",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://github.com/usnistgov/trec_eval (m_map_cut.c)");
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
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < Math.min(cutoff(), found.size()); i++) {
          if (isRelevant(found.get(i), grades)) {
            hits++;
            sum += hits / (i + 1.0);
          }
        }
        long relevant = relevant(grades);
        return relevant == 0 ? 0 : sum / relevant;
      }
    };
  }
}
