package io.assay.tasks.embedding;

import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.statistics.PythonRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How well clusters of vectors agree with the labels of their texts, as MTEB's clustering tasks
/// measure it: k-means on small batches, with as many clusters as there are labels, on texts drawn
/// with replacement, several times; the mean over these. Texts are the resampled units; clusters
/// stay as they are.
abstract class ClusteringMetric extends LabelledMetric {

  static final List<MetricFactory.Param> PARAMS =
      Stream.of(
              new MetricFactory.Param(
                  "experiments", "integer", "10", "how often texts are drawn and clustered"),
              new MetricFactory.Param(
                  "draw", "integer", "16384", "how many texts are drawn each time"),
              new MetricFactory.Param(
                  "batch", "integer", "512", "how many vectors move the centres at a time"),
              new MetricFactory.Param("seed", "integer", "42", "of draws and of clusters"),
              VectorForm.DIMENSIONS,
              VectorForm.QUANTISATION)
          .toList();

  private final int experiments;
  private final int draw;
  private final int batch;
  private final int seed;

  ClusteringMetric(MetricFactory factory, Params params) {
    super(factory, params, false, false);
    experiments = params.integer("experiments", 1);
    draw = params.integer("draw", 2);
    batch = params.integer("batch", 1);
    seed = params.integer("seed", 0);
  }

  /// The score of clusters; empty where it is not defined.
  abstract OptionalDouble score(Contingency table);

  @Override
  public final Prepared prepare(List<Row> rows) {
    return prepare(rows, UNSHARED);
  }

  @Override
  public final Prepared prepare(List<Row> rows, Sharing sharing) {
    var key = List.of("clusters", experiments, draw, batch, seed, form(), fingerprint(rows));
    return new Scores(sharing.get(key, Clusterings.class, () -> clusterings(rows)));
  }

  /// The texts and their clusters in each experiment.
  private static final class Clusterings {

    private final List<String> units;
    private final int[] classOf;
    private final List<int[]> draws = new ArrayList<>();
    private final List<int[]> clusterOf = new ArrayList<>();

    Clusterings(List<String> units, int[] classOf) {
      this.units = units;
      this.classOf = classOf;
    }
  }

  private Clusterings clusterings(List<Row> all) {
    var rows = LabelledRows.of(all, form());
    List<String> names = rows.distinct();
    int count = rows.rows().size();
    var made =
        new Clusterings(
            rows.rows().stream().map(Row::cluster).toList(),
            IntStream.range(0, count)
                .map(i -> names.indexOf(rows.labels(i).getFirst()))
                .toArray());
    if (count == 0 || draw < names.size()) {
      return made;
    }
    var random = new PythonRandom(seed);
    for (int i = 0; i < experiments; i++) {
      int[] drawn = random.choices(count, draw);
      double[][] vectors = IntStream.of(drawn).mapToObj(rows::vector).toArray(double[][]::new);
      made.draws.add(drawn);
      made.clusterOf.add(MiniBatchKMeans.clusterOf(vectors, names.size(), batch, seed));
    }
    return made;
  }

  private final class Scores implements SetMetric.Prepared {

    private final Clusterings made;

    Scores(Clusterings made) {
      this.made = made;
    }

    @Override
    public List<String> clusters() {
      return made.units;
    }

    @Override
    public OptionalDouble value() {
      return value(Weights.ones(made.units.size()));
    }

    @Override
    public OptionalDouble value(int[] weights) {
      double sum = 0;
      for (int e = 0; e < made.draws.size(); e++) {
        int[] drawn = made.draws.get(e);
        int[] classes = Arrays.stream(drawn).map(i -> made.classOf[i]).toArray();
        int[] counted = Arrays.stream(drawn).map(i -> weights[i]).toArray();
        if (Arrays.stream(counted).allMatch(weight -> weight == 0)) {
          return OptionalDouble.empty();
        }
        OptionalDouble score =
            score(Contingency.weighted(classes, made.clusterOf.get(e), counted));
        if (score.isEmpty()) {
          return OptionalDouble.empty();
        }
        sum += score.getAsDouble();
      }
      return made.draws.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(sum / made.draws.size());
    }
  }
}
