package io.assay.tasks.speech;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Word errors of all samples for each word of their targets, from 0 up, also above 1: substituted,
/// deleted and inserted words of alignments with the fewest of them, as jiwer counts.
@AutoService(MetricFactory.class)
public final class WordErrorRate implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "wer",
        "Edits that make the targets' words the answers', for each word of the targets.",
        ErrorRate.TASK_TYPES,
        false,
        Double.POSITIVE_INFINITY,
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
        return counts.errorRate();
      }
    };
  }
}
