package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.colour.ColourDifferences;
import io.assay.images.colour.Lab;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Colour difference by CMC 1:1 in CIE L*a*b* (D65, 2°), the mean over pixels, then over pairs;
/// about 1 is just noticeable.
@AutoService(MetricFactory.class)
public final class DeltaECmc implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "delta_e_cmc",
        "Mean colour difference of pixels by CMC 1:1, mean over samples.",
        PairMean.TASK_TYPES,
        false,
        Double.POSITIVE_INFINITY,
        0,
        1,
        "https://scikit-image.org/docs/stable/api/skimage.color.html");
  }

  @Override
  public List<Param> params() {
    return List.of();
  }

  @Override
  public Metric create(MetricSpec spec) {
    var params = Params.of(spec, this);
    return new PairMean(
        this,
        params,
        false,
        pair -> ColourDifferences.mean(pair.reference(), pair.made(), Lab::cmc));
  }
}
