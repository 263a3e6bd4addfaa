package io.assay.tasks.translation;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.TextTasks;
import java.util.List;

/// Corpus chrF from 0 to 100, as sacreBLEU computes it. A sample's own value is its sentence chrF;
/// the metric's value is not the mean of these.
@AutoService(MetricFactory.class)
public final class ChrfMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "chrf",
        "F-score of character n-grams over the whole corpus (sacreBLEU's chrF2).",
        TextTasks.ALL,
        true,
        0,
        100,
        1,
        "https://github.com/mjpost/sacrebleu");
  }

  @Override
  public List<Param> params() {
    return ChrfParams.all(0);
  }

  @Override
  public Metric create(MetricSpec spec) {
    Params params = Params.of(spec, this);
    return new CorpusJudge(this, params, ChrfParams.read(params));
  }
}
