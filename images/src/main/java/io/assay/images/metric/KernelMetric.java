package io.assay.images.metric;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.images.features.KernelDistance;
import io.assay.images.network.InputParams;
import io.assay.images.network.OnnxRuntime;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The kernel distance of made and expected images by a network's features (Binkowski et al. 2018):
/// with Inception's the KID. Unbiased, so that small sets can be compared; it can be below 0. Sets
/// no larger than a subset are compared as a whole, since their subsets would all be the same.
@AutoService(MetricFactory.class)
public final class KernelMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "kernel_distance",
        "Kernel distance of made and expected images by a network's features (KID).",
        PictureSetMetric.TASK_TYPES,
        false,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1,
        "https://arxiv.org/abs/1801.01401");
  }

  @Override
  public List<Param> params() {
    return NetworkParams.of(
        "ONNX file of a network that gives features: for the KID Inception v3 of 2015, its pooled"
            + " 2048",
        InputParams.INCEPTION,
        new Param(
            "subsets", "integer", "100", "random subsets, of whose distances this is the mean"),
        new Param("subset_size", "integer", "1000", "the most images of a subset"),
        new Param("seed", "integer", "0", "of the subsets"));
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

    private final int subsets;
    private final int size;
    private final int seed;

    Distance(MetricFactory factory, Params params) {
      super(factory, params, true);
      this.subsets = params.integer("subsets", 1);
      this.size = params.integer("subset_size", 2);
      this.seed = params.integer("seed", 0);
    }

    @Override
    public Prepared prepare(List<Row> rows) {
      FeatureSets sets = FeatureSets.of(rows);
      return new WholeSet(FeatureSets.clusters(sets.made()), value(sets));
    }

    /// None of fewer than two images.
    private OptionalDouble value(FeatureSets sets) {
      int made = sets.made().size();
      int expected = sets.expected().size();
      if (Math.min(made, expected) < 2) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(
          Math.max(made, expected) <= size
              ? KernelDistance.of(sets.expectedFeatures(), sets.madeFeatures())
              : ofSubsets(sets));
    }

    private double ofSubsets(FeatureSets sets) {
      return KernelDistance.ofSubsets(
              new KernelDistance.Rows(
                  sets.expected().size(), i -> FeatureSets.expectedOf(sets.expected().get(i))),
              new KernelDistance.Rows(
                  sets.made().size(), i -> FeatureSets.madeOf(sets.made().get(i))),
              subsets,
              size,
              seed)
          .mean();
    }
  }
}
