package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.colour.Colourfulness;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// How colourful images look (Hasler and Süsstrunk 2003, M3), from 0 for grey to about 110 for
/// photographs, the mean over samples. Alpha does not count.
@AutoService(MetricFactory.class)
public final class Colorfulness implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "colorfulness",
        "How colourful the made image looks (Hasler and Süsstrunk's M3), mean over samples.",
        PictureMean.TASK_TYPES,
        true,
        0,
        Double.POSITIVE_INFINITY,
        1,
        "https://doi.org/10.1117/12.477378");
  }

  @Override
  public List<Param> params() {
    return List.of();
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new PictureMean(
        this, Params.of(spec, this), picture -> Colourfulness.of(picture).value());
  }
}
