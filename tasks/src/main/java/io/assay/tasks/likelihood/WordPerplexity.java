package io.assay.tasks.likelihood;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// exp of the negative log-likelihood by word: all log-likelihoods by all words of all texts. Does
/// not depend on how a model cuts texts into tokens.
@AutoService(MetricFactory.class)
public final class WordPerplexity implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "word_perplexity",
        "How many words the model hesitates between.",
        List.of("language-modeling"),
        false,
        Double.POSITIVE_INFINITY,
        1,
        1,
        "https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/api/metrics.py");
  }

  @Override
  public List<Param> params() {
    return List.of();
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new PerplexityJudge(
        this,
        Params.of(spec, this),
        (text, _) -> TextUnits.words(text),
        "words",
        mean -> Math.exp(-mean));
  }
}
