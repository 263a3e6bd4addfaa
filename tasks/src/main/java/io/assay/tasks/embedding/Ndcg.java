package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Map;

/// Normalised discounted cumulative gain of the first k passages, as trec_eval's `ndcg_cut`: the
/// gain is the grade, the discount log2(rank + 1), the ideal is made of all judged passages of the
/// query. A query without a relevant passage is worth 0. The mean over queries.
@AutoService(MetricFactory.class)
public final class Ndcg implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "ndcg",
        "How near the first k passages are to the best order (mean over queries).",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://github.com/usnistgov/trec_eval (m_ndcg_cut.c)");
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
        double ideal =
            gain(grades.values().stream().sorted((a, b) -> Double.compare(b, a)).toList());
        return ideal > 0
            ? gain(found.stream().map(id -> grades.getOrDefault(id, 0.0)).toList()) / ideal
            : 0;
      }

      private double gain(List<Double> grades) {
        double gain = 0;
        for (int i = 0; i < Math.min(cutoff(), grades.size()); i++) {
          gain += Math.max(0, grades.get(i)) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
      }
    };
  }
}
