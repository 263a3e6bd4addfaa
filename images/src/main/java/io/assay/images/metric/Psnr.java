package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.likeness.PixelErrors;
import io.assay.images.metric.Pair.Channel;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Peak signal-to-noise ratio: 10 log10(range² / mean squared difference) over all samples of both
/// images, the mean over pairs in dB. Papers of super-resolution take `channel: y` and crop as many
/// pixels as the scale. Equal images have an infinite one, which is left out of the mean.
@AutoService(MetricFactory.class)
public final class Psnr implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "psnr",
        "Peak signal-to-noise ratio of the made and the expected image in decibels, mean over samples.",
        PairMean.TASK_TYPES,
        true,
        0,
        Double.POSITIVE_INFINITY,
        1,
        "https://scikit-image.org/docs/stable/api/skimage.metrics.html");
  }

  @Override
  public List<Param> params() {
    return List.of(Channels.CHANNEL, Channels.CROP);
  }

  @Override
  public Metric create(MetricSpec spec) {
    var params = Params.of(spec, this);
    Channel channel = Channels.channel(params);
    int crop = params.integer("crop", 0);
    return new PairMean(this, params, false, pair -> of(pair.planes(channel, crop)));
  }

  private static double of(Pair.Planes planes) {
    double squares = 0;
    for (int i = 0; i < planes.reference().size(); i++) {
      squares += planes.reference().get(i).meanSquare(planes.made().get(i));
    }
    return PixelErrors.psnr(planes.range(), squares / planes.reference().size());
  }
}
