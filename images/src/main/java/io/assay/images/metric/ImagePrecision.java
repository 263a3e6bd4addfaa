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

/// Improved precision (Kynkäänniemi et al. 2019): how many of the made images look like expected
/// ones, each expected image standing for all that is nearer than its k-th neighbour.
@AutoService(MetricFactory.class)
public final class ImagePrecision implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "image_precision",
        "Share of made images that are among the expected ones by a network's features.",
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
        this, Params.of(spec, this), ManifoldMetric.Side.MADE, Members::precise);
  }
}
