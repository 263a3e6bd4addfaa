package io.assay.tasks.speech;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Word errors of all samples for each step of their alignments, from 0 to 1 (Morris et al. 2004).
@AutoService(MetricFactory.class)
public final class MatchErrorRate implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "mer",
        "Share of aligned words that are substituted, deleted or inserted.",
        ErrorRate.TASK_TYPES,
        false,
        1,
        0,
        1,
        "https://github.com/jitsi/jiwer");
  }

  @Override
  public List<Param> params() {
    return TranscriptNormalizers.PARAMS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new ErrorRate(this, Params.of(spec, this)) {
      @Override
      double of(EditCounts counts) {
        return counts.matchErrorRate();
      }
    };
  }
}
