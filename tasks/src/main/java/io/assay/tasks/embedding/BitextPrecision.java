package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Precision of bitext mining, weighted by class.
@AutoService(MetricFactory.class)
public final class BitextPrecision implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "bitext_precision",
        "Precision of finding each sentence's translation by cosine.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2210.07316");
  }

  @Override
  public List<Param> params() {
    return BitextMetric.PARAMS;
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new BitextMetric(this, Params.of(spec, this)) {
      @Override
      double share(long right, long support, long claims) {
        return (double) right / claims;
      }
    };
  }
}
