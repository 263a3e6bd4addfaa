package io.assay.tasks.embedding;

import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How well a small classifier on top of frozen vectors tells classes: it learns from samples with
/// metadata `split: train` and is asked about those with `split: test`, several times as
/// [Experiments] say; the mean over these. The samples that it is asked about are the resampled
/// units. Not defined without samples to learn from, or for regression with a single class.
abstract class ProbeMetric extends LabelledMetric {

  static final List<MetricFactory.Param> REGRESSION_PARAMS =
      Stream.concat(
              Experiments.PARAMS.stream(),
              Stream.of(VectorForm.DIMENSIONS, VectorForm.QUANTISATION))
          .toList();
  static final List<MetricFactory.Param> NEIGHBOUR_PARAMS =
      Stream.concat(
              Stream.of(
                  new MetricFactory.Param("k", "integer", "5", "how many neighbours vote"),
                  new MetricFactory.Param(
                      "similarity",
                      "text",
                      "euclidean",
                      "by which neighbours are near: cosine, dot, euclidean or manhattan")),
              REGRESSION_PARAMS.stream())
          .toList();

  private final Experiments experiments;
  private final Probe probe;

  ProbeMetric(MetricFactory factory, Params params, boolean neighbours) {
    super(factory, params, false, true);
    experiments = Experiments.of(params);
    probe = neighbours ? new Probe(params.cutoff("k"), similarity(params)) : Probe.REGRESSION;
  }

  static Similarity similarity(Params params) {
    List<String> names =
        Arrays.stream(Similarity.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();
    return Similarity.valueOf(params.choice("similarity", names).toUpperCase(Locale.ROOT));
  }

  /// The score of predictions of one experiment.
  abstract OptionalDouble score(Decisions decisions, int[] weights);

  @Override
  public final Prepared prepare(List<Row> rows) {
    return prepare(rows, UNSHARED);
  }

  @Override
  public final Prepared prepare(List<Row> rows, Sharing sharing) {
    var key = List.of("probe", probe, experiments, form(), fingerprint(rows));
    return new Scores(sharing.get(key, Predictions.class, () -> predictions(rows)));
  }

  /// What was said of the rows that were asked about.
  private static final class Predictions {

    private final List<Row> asked;
    private final List<Decisions> experiments;

    Predictions(List<Row> asked, List<Decisions> experiments) {
      this.asked = asked;
      this.experiments = experiments;
    }
  }

  private Predictions predictions(List<Row> all) {
    var rows = LabelledRows.of(all, form());
    int[] learn = places(rows, LEARN);
    int[] ask = places(rows, ASK);
    List<String> names = rows.distinct();
    List<Row> asked = IntStream.of(ask).mapToObj(rows.rows()::get).toList();
    List<String> known =
        IntStream.of(learn).mapToObj(i -> rows.labels(i).getFirst()).toList();
    if (known.stream().distinct().count() < probe.fewestClasses() || ask.length == 0) {
      return new Predictions(asked, List.of());
    }
    int[] truth =
        IntStream.of(ask).map(i -> names.indexOf(rows.labels(i).getFirst())).toArray();
    double[][] questions = IntStream.of(ask).mapToObj(rows::vector).toArray(double[][]::new);
    var decisions = new ArrayList<Decisions>();
    for (int[] draw : experiments.draws(known)) {
      double[][] examples =
          IntStream.of(draw).mapToObj(i -> rows.vector(learn[i])).toArray(double[][]::new);
      List<String> classes = names.stream().filter(known::contains).toList();
      int[] labels = IntStream.of(draw).map(i -> classes.indexOf(known.get(i))).toArray();
      int[] said = probe.predict(examples, labels, classes.size(), questions);
      decisions.add(
          new Decisions(
              names,
              truth,
              IntStream.of(said).map(each -> names.indexOf(classes.get(each))).toArray()));
    }
    return new Predictions(asked, decisions);
  }

  private static int[] places(LabelledRows rows, double role) {
    return IntStream.range(0, rows.rows().size())
        .filter(i -> rows.rows().get(i).contribution().statistics().getFirst() == role)
        .toArray();
  }

  private final class Scores implements SetMetric.Prepared {

    private final Predictions predictions;

    Scores(Predictions predictions) {
      this.predictions = predictions;
    }

    @Override
    public List<String> clusters() {
      return predictions.asked.stream().map(Row::cluster).toList();
    }

    @Override
    public OptionalDouble value() {
      return value(Weights.ones(predictions.asked.size()));
    }

    @Override
    public OptionalDouble value(int[] weights) {
      double sum = 0;
      for (Decisions each : predictions.experiments) {
        OptionalDouble score = score(each, weights);
        if (score.isEmpty()) {
          return OptionalDouble.empty();
        }
        sum += score.getAsDouble();
      }
      return predictions.experiments.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(sum / predictions.experiments.size());
    }

    @Override
    public List<UnitValue> units() {
      return predictions.experiments.isEmpty()
          ? List.of()
          : IntStream.range(0, predictions.asked.size()).mapToObj(this::unit).toList();
    }

    private UnitValue unit(int place) {
      Row row = predictions.asked.get(place);
      List<Decisions> all = predictions.experiments;
      long right = all.stream().filter(each -> each.isRight(place)).count();
      return new UnitValue(
          row.sampleId(),
          row.epoch(),
          (double) right / all.size(),
          "labelled "
              + all.getFirst().truth(place)
              + ", right in "
              + right
              + " of "
              + all.size()
              + " experiments, the first said "
              + all.getFirst().said(place));
    }
  }
}
