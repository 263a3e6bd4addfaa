package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.likeness.MultiScaleSimilarity;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Multi-scale structural similarity (Wang et al. 2003) at five sizes, the mean over pairs, as
/// torchmetrics or pytorch-msssim computes it. Sides must have 176 or more than 160 pixels.
@AutoService(MetricFactory.class)
public final class MsSsim implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "ms_ssim",
        "Multi-scale structural similarity of the made and the expected image, mean over samples.",
        PairMean.TASK_TYPES,
        true,
        0,
        1,
        1,
        "https://doi.org/10.1109/ACSSC.2003.1292216");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param("convention", "text", "torchmetrics", "torchmetrics or pytorch-msssim"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    var params = Params.of(spec, this);
    boolean torchmetrics =
        params
            .choice("convention", List.of("torchmetrics", "pytorch-msssim"))
            .equals("torchmetrics");
    return new PairMean(
        this, params, false, pair -> torchmetrics ? torchmetrics(pair) : pytorchMsssim(pair));
  }

  private static double torchmetrics(Pair pair) {
    return MultiScaleSimilarity.torchmetrics(
        pair.reference(),
        pair.made(),
        MultiScaleSimilarity.STANDARD,
        pair.range(),
        MultiScaleSimilarity.Negative.ZERO);
  }

  private static double pytorchMsssim(Pair pair) {
    return MultiScaleSimilarity.pytorchMsssim(
        pair.reference(), pair.made(), MultiScaleSimilarity.STANDARD, pair.range());
  }
}
