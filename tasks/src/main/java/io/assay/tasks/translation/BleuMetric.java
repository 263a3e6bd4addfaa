package io.assay.tasks.translation;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.TextTasks;
import java.util.List;

/// Corpus BLEU from 0 to 100, as sacreBLEU computes it. A sample's own value is its sentence BLEU
/// with effective order; the metric's value is not the mean of these. How many references a sample
/// has is not part of the signature: it is a property of the data.
@AutoService(MetricFactory.class)
public final class BleuMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "bleu",
        "Matching n-grams of words over the whole corpus, with a penalty for brevity (sacreBLEU).",
        TextTasks.ALL,
        true,
        0,
        100,
        1,
        "https://github.com/mjpost/sacrebleu");
  }

  @Override
  public List<Param> params() {
    return BleuParams.all(false);
  }

  @Override
  public Metric create(MetricSpec spec) {
    Params params = Params.of(spec, this);
    return new CorpusJudge(this, params, BleuParams.read(params));
  }
}
