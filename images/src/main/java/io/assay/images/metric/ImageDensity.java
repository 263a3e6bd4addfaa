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

/// Density (Naeem et al. 2020): how many expected images each made one is near to, divided by k,
/// which single outliers move less than precision. 1 for equal distributions, also above.
@AutoService(MetricFactory.class)
public final class ImageDensity implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "image_density",
        "How many expected images a made one is near to by a network's features, divided by k.",
        PictureSetMetric.TASK_TYPES,
        true,
        0,
        Double.POSITIVE_INFINITY,
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
        this, Params.of(spec, this), ManifoldMetric.Side.MADE, Members::dense);
  }
}
