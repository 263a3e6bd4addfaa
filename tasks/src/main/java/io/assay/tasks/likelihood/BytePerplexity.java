package io.assay.tasks.likelihood;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// exp of the negative log-likelihood by UTF-8 byte: all log-likelihoods by all bytes of all texts.
@AutoService(MetricFactory.class)
public final class BytePerplexity implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "byte_perplexity",
        "How many UTF-8 bytes the model hesitates between.",
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
        (text, _) -> TextUnits.bytes(text),
        "bytes",
        mean -> Math.exp(-mean));
  }
}
