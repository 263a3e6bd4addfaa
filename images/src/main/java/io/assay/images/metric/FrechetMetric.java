package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.features.FeatureMoments;
import io.assay.images.features.FrechetDistance;
import io.assay.images.network.InputParams;
import io.assay.images.network.OnnxRuntime;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The Fréchet distance of made and expected images by a network's features (Heusel et al. 2017):
/// with Inception's pooled features the FID, with CLIP's the CLIP-FID. Not comparable between sets
/// of different sizes, since it is biased upwards with few images.
@AutoService(MetricFactory.class)
public final class FrechetMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "frechet_distance",
        "Fréchet distance of made and expected images by a network's features (FID).",
        PictureSetMetric.TASK_TYPES,
        false,
        Double.POSITIVE_INFINITY,
        0,
        1,
        "https://arxiv.org/abs/1706.08500");
  }

  @Override
  public List<Param> params() {
    return NetworkParams.of(
        "ONNX file of a network that gives features: for the FID Inception v3 of 2015, its pooled"
            + " 2048",
        InputParams.INCEPTION);
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
    return new Distance(this, Params.of(spec, this));
  }

  private static final class Distance extends PictureSetMetric {

    Distance(MetricFactory factory, Params params) {
      super(factory, params, true);
    }

    @Override
    public Prepared prepare(List<Row> rows) {
      FeatureSets sets = FeatureSets.of(rows);
      return new WholeSet(FeatureSets.clusters(sets.made()), value(sets));
    }

    /// None of fewer than two images; never below 0, as rounding makes it for equal sets.
    private OptionalDouble value(FeatureSets sets) {
      int made = sets.made().size();
      int expected = sets.expected().size();
      return Math.min(made, expected) < 2
          ? OptionalDouble.empty()
          : OptionalDouble.of(Math.max(0, distance(sets, Math.max(made, expected)).value()));
    }

    private FrechetDistance distance(FeatureSets sets, int larger) {
      int dimension = network().dimension();
      return larger < dimension
          ? FrechetDistance.of(sets.expectedFeatures(), sets.madeFeatures())
          : FrechetDistance.of(
              FeatureMoments.of(dimension, sets.expected(), FeatureSets::expectedOf),
              FeatureMoments.of(dimension, sets.made(), FeatureSets::madeOf));
    }
  }
}
