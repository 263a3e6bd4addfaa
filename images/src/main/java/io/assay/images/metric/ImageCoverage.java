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

/// Coverage (Naeem et al. 2020): how many of the expected images have a made one near to them,
/// which outliers among made ones move less than recall.
@AutoService(MetricFactory.class)
public final class ImageCoverage implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "image_coverage",
        "Share of expected images with a made one near to them by a network's features.",
        PictureSetMetric.TASK_TYPES,
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2002.09797");
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
        this, Params.of(spec, this), ManifoldMetric.Side.EXPECTED, Members::covered);
  }
}
