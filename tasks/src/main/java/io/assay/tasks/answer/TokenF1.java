package io.assay.tasks.answer;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.TextTasks;
import java.util.List;

/// Overlap of the answer's words with a target's: the harmonic mean of precision and recall over
/// bags of words in lower case without punctuation and articles, the best over all targets; the
/// mean over samples, from 0 to 1. The same number as [SquadF1], under the name that is usual
/// outside of SQuAD.
@AutoService(MetricFactory.class)
public final class TokenF1 implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "token_f1",
        "Mean overlap of words with the nearest target (SQuAD's F1).",
        TextTasks.ALL,
        true,
        0,
        1,
        1,
        "https://rajpurkar.github.io/SQuAD-explorer/");
  }

  @Override
  public List<Param> params() {
    return List.of(SquadVersion.param("squad"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new SquadF1.Judge(this, Params.of(spec, this), "squad");
  }
}
