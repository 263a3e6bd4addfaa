package io.assay.tasks.embedding;

import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How well neighbours' labels tell which of many labels a text has, as MTEB's multilabel
/// classification measures it: for each label a vote of the nearest vectors that it has learnt
/// from (metadata `split: train`), asked about those with `split: test`, several times as
/// [Experiments] say; the mean over these. A target is a list of labels, which may be empty. The
/// samples that it is asked about are the resampled units.
abstract class MultilabelMetric extends LabelledMetric {

  static final List<MetricFactory.Param> PARAMS =
      Stream.concat(
              Stream.of(
                  new MetricFactory.Param("k", "integer", "5", "how many neighbours vote")),
              ProbeMetric.REGRESSION_PARAMS.stream())
          .toList();

  private final Experiments experiments;
  private final int neighbours;

  MultilabelMetric(MetricFactory factory, Params params) {
    super(factory, params, true, true);
    experiments = Experiments.of(params);
    neighbours = params.cutoff("k");
  }

  /// The score of the predictions of one experiment, of which items count as often as weights say.
  ///
  /// @param truth for each item, which labels it has
  /// @param said the same of predictions
  abstract OptionalDouble score(boolean[][] truth, boolean[][] said, int[] weights);

  /// The mean of what items are worth alone.
  static OptionalDouble mean(int[] weights, java.util.function.IntToDoubleFunction score) {
    double sum = 0;
    long total = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] == 0 ? 0 : weights[i] * score.applyAsDouble(i);
      total += weights[i];
    }
    return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / total);
  }

  @Override
  public final Prepared prepare(List<Row> rows) {
    return prepare(rows, UNSHARED);
  }

  @Override
  public final Prepared prepare(List<Row> rows, Sharing sharing) {
    var key = List.of("votes", neighbours, experiments, form(), fingerprint(rows));
    return new Scores(sharing.get(key, Votes.class, () -> votes(rows)));
  }

  /// What was said of the rows that were asked about.
  private static final class Votes {

    private final List<String> names;
    private final List<Row> asked;
    private final boolean[][] truth;
    private final List<boolean[][]> experiments = new ArrayList<>();

    Votes(List<String> names, List<Row> asked, boolean[][] truth) {
      this.names = names;
      this.asked = asked;
      this.truth = truth;
    }

    String text(boolean[] has) {
      return IntStream.range(0, has.length)
          .filter(i -> has[i])
          .mapToObj(names::get)
          .collect(Collectors.joining(", ", "{", "}"));
    }
  }

  private Votes votes(List<Row> all) {
    var rows = LabelledRows.of(all, form());
    int[] learn = places(rows, LEARN);
    int[] ask = places(rows, ASK);
    List<String> names = rows.distinct();
    var votes =
        new Votes(
            names,
            IntStream.of(ask).mapToObj(rows.rows()::get).toList(),
            IntStream.of(ask).mapToObj(i -> has(rows, i, names)).toArray(boolean[][]::new));
    if (learn.length == 0 || ask.length == 0 || names.isEmpty()) {
      return votes;
    }
    List<List<String>> known = IntStream.of(learn).mapToObj(rows::labels).toList();
    for (int[] draw : experiments.drawsOfSets(known)) {
      if (draw.length > 0) {
        boolean[][] examples =
            IntStream.of(draw)
                .mapToObj(i -> has(rows, learn[i], names))
                .toArray(boolean[][]::new);
        var near =
            new NearestNeighbours(
                IntStream.of(draw).mapToObj(i -> rows.vector(learn[i])).toArray(double[][]::new),
                new int[draw.length],
                Similarity.EUCLIDEAN);
        votes.experiments.add(
            IntStream.of(ask)
                .parallel()
                .mapToObj(i -> vote(near, examples, rows.vector(i)))
                .toArray(boolean[][]::new));
      }
    }
    return votes;
  }

  /// More than half of the neighbours; of a draw fewer than half, the lower class, which is no.
  private boolean[] vote(NearestNeighbours near, boolean[][] examples, double[] vector) {
    int count = Math.min(neighbours, examples.length);
    var votes = new int[examples[0].length];
    for (int neighbour : near.nearest(vector, count)) {
      for (int label = 0; label < votes.length; label++) {
        votes[label] += examples[neighbour][label] ? 1 : 0;
      }
    }
    var said = new boolean[votes.length];
    IntStream.range(0, votes.length).forEach(label -> said[label] = 2 * votes[label] > count);
    return said;
  }

  private static boolean[] has(LabelledRows rows, int place, List<String> names) {
    List<String> labels = rows.labels(place);
    var has = new boolean[names.size()];
    IntStream.range(0, has.length).forEach(i -> has[i] = labels.contains(names.get(i)));
    return has;
  }

  private static int[] places(LabelledRows rows, double role) {
    return IntStream.range(0, rows.rows().size())
        .filter(i -> rows.rows().get(i).contribution().statistics().getFirst() == role)
        .toArray();
  }

  private final class Scores implements SetMetric.Prepared {

    private final Votes votes;

    Scores(Votes votes) {
      this.votes = votes;
    }

    @Override
    public List<String> clusters() {
      return votes.asked.stream().map(Row::cluster).toList();
    }

    @Override
    public OptionalDouble value() {
      return value(Weights.ones(votes.asked.size()));
    }

    @Override
    public OptionalDouble value(int[] weights) {
      double sum = 0;
      for (boolean[][] said : votes.experiments) {
        OptionalDouble score = score(votes.truth, said, weights);
        if (score.isEmpty()) {
          return OptionalDouble.empty();
        }
        sum += score.getAsDouble();
      }
      return votes.experiments.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(sum / votes.experiments.size());
    }

    @Override
    public List<UnitValue> units() {
      return votes.experiments.isEmpty()
          ? List.of()
          : IntStream.range(0, votes.asked.size()).mapToObj(this::unit).toList();
    }

    private UnitValue unit(int place) {
      boolean[][] truth = {votes.truth[place]};
      double mean =
          votes.experiments.stream()
              .mapToDouble(
                  said -> score(truth, new boolean[][] {said[place]}, new int[] {1}).orElse(0))
              .average()
              .orElse(0);
      return new UnitValue(
          votes.asked.get(place).sampleId(),
          votes.asked.get(place).epoch(),
          mean,
          "labelled "
              + votes.text(votes.truth[place])
              + ", the first experiment said "
              + votes.text(votes.experiments.getFirst()[place]));
    }
  }
}
