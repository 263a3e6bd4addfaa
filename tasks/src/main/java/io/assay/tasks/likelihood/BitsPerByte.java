package io.assay.tasks.likelihood;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// The negative log-likelihood by UTF-8 byte to the base of 2: all log-likelihoods by all bytes of
/// all texts.
@AutoService(MetricFactory.class)
public final class BitsPerByte implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "bits_per_byte",
        "How many bits a byte of text takes in the model's code.",
        List.of("language-modeling"),
        false,
        Double.POSITIVE_INFINITY,
        0,
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
        mean -> -mean / Math.log(2));
  }
}
