package io.assay.scorer;

import io.assay.contracts.event.SampleKey;
import io.assay.contracts.spec.MetricSpec;

/// A metric broke on a sample: a bug of the metric, or a definition that this version does not
/// know.
public final class MetricFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MetricFailure(MetricSpec spec, SampleKey key, Throwable cause) {
    super(
        "metric %s (%s) broke on sample %s: %s"
            .formatted(spec.name(), spec.metric(), key.text(), cause),
        cause);
  }
}
