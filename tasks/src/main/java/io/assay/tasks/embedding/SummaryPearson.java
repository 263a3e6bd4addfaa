package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// Pearson's correlation of summaries' similarity with people's scores, the mean over texts, as in
/// MTEB's summarization.
@AutoService(MetricFactory.class)
public final class SummaryPearson implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "summary_pearson",
        "Linear correlation of summaries' similarity with people's scores (mean over texts).",
        List.of("embedding"),
        true,
        -1,
        1,
        1,
        "https://arxiv.org/abs/2210.07316");
  }

  @Override
  public List<Param> params() {
    return SummaryMetric.PARAMS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new SummaryMetric(this, Params.of(spec, this)) {
      @Override
      OptionalDouble score(SummaryScores text, boolean cosine) {
        return cosine ? text.cosinePearson() : text.dotPearson();
      }
    };
  }
}
