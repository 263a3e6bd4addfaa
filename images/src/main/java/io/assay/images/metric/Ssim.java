package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.likeness.StructuralSimilarity;
import io.assay.images.metric.Pair.Channel;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Structural similarity (Wang et al. 2004), the mean over pairs, in one of the conventions in use,
/// which differ by up to 0.15 on small images: `gaussian`, as the paper has it; `uniform`,
/// scikit-image's default; `torchmetrics`; `pytorch-msssim`.
@AutoService(MetricFactory.class)
public final class Ssim implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "ssim",
        "Structural similarity of the made and the expected image, mean over samples.",
        PairMean.TASK_TYPES,
        true,
        -1,
        1,
        1,
        "https://doi.org/10.1109/TIP.2003.819861");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param(
            "convention",
            "text",
            "gaussian",
            "gaussian (Wang et al.), uniform (scikit-image), torchmetrics or pytorch-msssim"),
        Channels.CHANNEL,
        Channels.CROP);
  }

  @Override
  public Metric create(MetricSpec spec) {
    var params = Params.of(spec, this);
    StructuralSimilarity convention = convention(params);
    Channel channel = Channels.channel(params);
    int crop = params.integer("crop", 0);
    return new PairMean(
        this,
        params,
        false,
        pair -> {
          var planes = pair.planes(channel, crop);
          return convention.of(planes.reference(), planes.made(), planes.range());
        });
  }

  private static StructuralSimilarity convention(Params params) {
    return switch (params.choice(
        "convention", List.of("gaussian", "uniform", "torchmetrics", "pytorch-msssim"))) {
      case "uniform" -> StructuralSimilarity.UNIFORM;
      case "torchmetrics" -> StructuralSimilarity.GAUSSIAN_MIRRORED;
      case "pytorch-msssim" -> StructuralSimilarity.GAUSSIAN_LENIENT;
      default -> StructuralSimilarity.GAUSSIAN;
    };
  }
}
