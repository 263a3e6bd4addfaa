package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Peak signal-to-noise ratio of the part that was to be filled in (white in the sample's `mask`),
/// the mean over pairs in dB: of its pixels alone (`region: inside`), or of the whole image after
/// that part was pasted into the expected one (`composited`), which is the larger the smaller the
/// mask is.
@AutoService(MetricFactory.class)
public final class MaskedPsnr implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "masked_psnr",
        "Peak signal-to-noise ratio under the mask in decibels, mean over samples.",
        PairMean.TASK_TYPES,
        true,
        0,
        Double.POSITIVE_INFINITY,
        1,
        "https://scikit-image.org/docs/stable/api/skimage.metrics.html");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param(
            "region", "text", "inside", "inside: pixels under the mask; composited: all pixels"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    var params = Params.of(spec, this);
    boolean inside = params.choice("region", List.of("inside", "composited")).equals("inside");
    return new PairMean(
        this,
        params,
        true,
        pair -> {
          var likeness = Masks.likeness(pair);
          return (inside ? likeness.inside() : likeness.composited()).psnr(pair.range());
        });
  }
}
