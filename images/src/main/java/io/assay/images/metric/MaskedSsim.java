package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Structural similarity around the pixels under the mask (white in the sample's `mask`), the mean
/// over pairs. An empty mask has none: the sample then fails.
@AutoService(MetricFactory.class)
public final class MaskedSsim implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "masked_ssim",
        "Structural similarity around the pixels under the mask, mean over samples.",
        PairMean.TASK_TYPES,
        true,
        -1,
        1,
        1,
        "https://scikit-image.org/docs/stable/api/skimage.metrics.html");
  }

  @Override
  public List<Param> params() {
    return List.of();
  }

  @Override
  public Metric create(MetricSpec spec) {
    var params = Params.of(spec, this);
    return new PairMean(this, params, true, pair -> Masks.likeness(pair).similarity());
  }
}
