package io.assay.images.metric;

import io.assay.images.features.Features;
import io.assay.images.features.Manifolds;
import io.assay.images.features.Manifolds.Members;
import io.assay.images.network.InputParams;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// How far the sets of made and of expected images cover each other, by each image's nearest
/// neighbours. Four metrics are means of what one computation says of each image, which they share.
final class ManifoldMetric extends PictureSetMetric {

  static final List<Param> PARAMS =
      NetworkParams.of(
          "ONNX file of a network that gives features: VGG-16's or Inception's",
          InputParams.INCEPTION,
          new Param(
              "neighbours", "integer", "5", "k: the neighbour that an image's ball reaches to"),
          new Param(
              "most",
              "integer",
              "10000",
              "images of each set, chosen by their samples' hashes where there are more"));

  /// Whose images a mean is over.
  enum Side {
    MADE,
    EXPECTED
  }

  private final int neighbours;
  private final int most;
  private final Side side;
  private final Function<Members, double[]> values;

  ManifoldMetric(
      MetricFactory factory, Params params, Side side, Function<Members, double[]> values) {
    super(factory, params, true);
    this.neighbours = params.integer("neighbours", 1);
    this.most = params.integer("most", 3);
    this.side = side;
    this.values = values;
  }

  @Override
  public Prepared prepare(List<Row> rows) {
    FeatureSets sets = FeatureSets.of(rows).atMost(most);
    return prepared(sets, () -> members(sets));
  }

  @Override
  public Prepared prepare(List<Row> rows, Sharing sharing) {
    FeatureSets sets = FeatureSets.of(rows).atMost(most);
    var key = List.of("manifolds", network().identity(), neighbours, most, sets.fingerprint());
    return prepared(sets, () -> sharing.get(key, Members.class, () -> members(sets)));
  }

  private Prepared prepared(FeatureSets sets, Supplier<Members> members) {
    List<Row> rows =
        switch (side) {
          case MADE -> sets.made();
          case EXPECTED -> sets.expected();
        };
    boolean defined = Math.min(sets.made().size(), sets.expected().size()) > neighbours + 1;
    return defined
        ? new ImageMeans(FeatureSets.clusters(rows), values.apply(members.get()))
        : new ImageMeans(List.of(), new double[0]);
  }

  private Members members(FeatureSets sets) {
    Features real = sets.expectedFeatures();
    return Manifolds.members(real, sets.madeFeatures(), neighbours);
  }
}
