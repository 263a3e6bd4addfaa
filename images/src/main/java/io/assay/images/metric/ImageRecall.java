package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.features.Manifolds.Members;
import io.assay.images.network.OnnxRuntime;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Optional;

/// Improved recall (Kynkäänniemi et al. 2019): how many of the expected images the model could have
/// made, each made image standing for all that is nearer than its k-th neighbour.
@AutoService(MetricFactory.class)
public final class ImageRecall implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "image_recall",
        "Share of expected images that are among the made ones by a network's features.",
        PictureSetMetric.TASK_TYPES,
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/1904.06991");
  }

  @Override
  public List<Param> params() {
    return ManifoldMetric.PARAMS;
  }

  @Override
  public boolean addsUp() {
    return false;
  }

  @Override
  public Optional<String> unavailable() {
    return OnnxRuntime.unavailable();
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new ManifoldMetric(
        this, Params.of(spec, this), ManifoldMetric.Side.EXPECTED, Members::recalled);
  }
}
