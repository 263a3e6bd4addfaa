package io.assay.tasks.translation;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.TextTasks;
import java.util.List;

/// Corpus TER in percent, as sacreBLEU computes it: edits over all samples by reference words over
/// all samples. Lower is better, 0 is perfect, and it can exceed 100.
@AutoService(MetricFactory.class)
public final class TerMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "ter",
        "Edits and shifts of words needed to reach the nearest target, per target word (TER).",
        TextTasks.ALL,
        false,
        Double.POSITIVE_INFINITY,
        0,
        1,
        "https://github.com/mjpost/sacrebleu");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param("normalized", "boolean", "false", "split off punctuation, resolve entities"),
        new Param("no_punct", "boolean", "false", "delete punctuation"),
        new Param(
            "asian_support",
            "boolean",
            "false",
            "treat Chinese and Japanese too where punctuation is split off or deleted"),
        new Param("case_sensitive", "boolean", "false", "tell upper from lower case"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    Params params = Params.of(spec, this);
    var tokenizer =
        new TercomTokenizer(
            params.flag("normalized"),
            params.flag("no_punct"),
            params.flag("asian_support"),
            params.flag("case_sensitive"));
    return new CorpusJudge(this, params, new Ter(tokenizer));
  }
}
