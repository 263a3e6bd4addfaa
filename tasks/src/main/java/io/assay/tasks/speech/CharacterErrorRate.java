package io.assay.tasks.speech;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Optional;

/// Character errors of all samples for each character (Unicode code point, spaces too) of their
/// targets, from 0 up, also above 1, as jiwer counts. White space around a text does not count.
@AutoService(MetricFactory.class)
public final class CharacterErrorRate implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "cer",
        "Edits that make the targets' characters the answers', for each character of the targets.",
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

      @Override
      Optional<Comparison> compare(String reference, String hypothesis) {
        return Comparison.ofCharacters(
            Transcripts.characters(reference),
            Transcripts.characters(hypothesis),
            EditAligner.SECONDS_OF_STEPS);
      }
    };
  }
}
