package io.assay.tasks.speech;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// The part of the words' information that was lost, from 0 to 1: 1 less the share of targets'
/// words that were hit times the share of answers' words that hit (Morris et al. 2004).
@AutoService(MetricFactory.class)
public final class WordInformationLost implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "wil",
        "Word information that the answers lost.",
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
        return counts.informationLost();
      }
    };
  }
}
