package io.assay.tasks.likelihood;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// exp of the negative mean log-likelihood, by sample as LAMBADA is measured, or by token. Numbers
/// by token compare models only if these cut texts into the same tokens.
@AutoService(MetricFactory.class)
public final class Perplexity implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "perplexity",
        "How many texts or tokens the model hesitates between.",
        List.of("language-modeling"),
        false,
        Double.POSITIVE_INFINITY,
        1,
        1,
        "https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/api/metrics.py");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param(
            "per",
            "text",
            "sample",
            "sample: by the number of samples, as LAMBADA; token: by the number of tokens"));
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    Params params = Params.of(spec, this);
    boolean perToken = params.choice("per", List.of("sample", "token")).equals("token");
    return new PerplexityJudge(
        this,
        params,
        (_, continuation) -> perToken ? continuation.tokens() : 1,
        perToken ? "tokens" : "samples",
        mean -> Math.exp(-mean));
  }
}
