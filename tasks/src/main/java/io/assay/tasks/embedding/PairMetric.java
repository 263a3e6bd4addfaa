package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How well similarity tells pairs of texts that belong together (target 1 or true) from others (0
/// or false), as MTEB's pair classification measures it. A contribution's statistics are the target
/// and similarities, or the target alone beside both vectors where similarities wait for all
/// vectors' ranges.
abstract class PairMetric extends VectorMetric implements SetMetric {

  private static final List<Similarity> ALL = List.of(Similarity.values());
  private static final List<String> NAMES =
      Stream.concat(
              ALL.stream().map(each -> each.name().toLowerCase(Locale.ROOT)), Stream.of("max"))
          .toList();

  static final List<MetricFactory.Param> PARAMS =
      List.of(
          new MetricFactory.Param(
              "similarity",
              "text",
              "cosine",
              "cosine, dot, euclidean or manhattan; max for the one that is best"),
          VectorForm.DIMENSIONS,
          VectorForm.QUANTISATION);

  private final List<PairSimilarity> similarities;

  PairMetric(MetricFactory factory, Params params) {
    super(factory, params);
    int place = NAMES.indexOf(params.choice("similarity", NAMES));
    similarities =
        (place < ALL.size() ? List.of(ALL.get(place)) : ALL)
            .stream().map(each -> new PairSimilarity(each, form())).toList();
  }

  /// The score of pairs by one similarity.
  abstract OptionalDouble score(ThresholdSweep sweep, int[] weights);

  @Override
  final Optional<String> textsProblem(Sample sample, int texts) {
    return countProblem(texts, 2, "a pair");
  }

  @Override
  final Optional<String> targetProblem(Sample sample) {
    return together(sample.target()) >= 0
        ? Optional.empty()
        : wrongTarget(sample, "1 or true for a pair that belongs together, else 0 or false");
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    return judgeFitting(
        sample,
        () ->
            judgeVectors(
                sample, answer, 2, vectors -> judged(vectors, together(sample.target()))));
  }

  /// 1, 0, or -1 for what is neither.
  private static double together(@Nullable JsonNode target) {
    if (target != null && target.isBoolean()) {
      return target.asBoolean() ? 1 : 0;
    }
    double number = Targets.number(target).orElse(-1);
    return number == 0 || number == 1 ? number : -1;
  }

  private Judgement judged(List<Embedding> pair, double together) {
    String expected = together == 1 ? "they belong together" : "they do not belong together";
    if (similarities.getFirst().waitsForAll()) {
      return contributed(
          List.of(together), Vectors.joined(pair.get(0), pair.get(1)), Map.of(), expected);
    }
    var statistics = new ArrayList<Double>();
    statistics.add(together);
    similarities.forEach(each -> statistics.add(each.of(pair.get(0), pair.get(1))));
    return judged(
        statistics.get(1),
        statistics,
        similarities.getFirst().name().toLowerCase(Locale.ROOT)
            + " "
            + statistics.get(1)
            + ", "
            + expected);
  }

  @Override
  public final Prepared prepare(List<Row> rows) {
    List<Row> sorted = rows.stream().sorted(BY_SAMPLE).toList();
    var together = new boolean[sorted.size()];
    IntStream.range(0, together.length)
        .forEach(i -> together[i] = sorted.get(i).contribution().statistics().getFirst() == 1);
    return new Pairs(
        sorted.stream().map(Row::cluster).toList(),
        IntStream.range(0, similarities.size())
            .mapToObj(i -> new ThresholdSweep(similarities.get(i).of(sorted, i + 1), together))
            .toList());
  }

  private final class Pairs implements Prepared {

    private final List<String> clusters;
    private final List<ThresholdSweep> sweeps;

    Pairs(List<String> clusters, List<ThresholdSweep> sweeps) {
      this.clusters = clusters;
      this.sweeps = sweeps;
    }

    @Override
    public List<String> clusters() {
      return clusters;
    }

    @Override
    public OptionalDouble value() {
      return value(Weights.ones(clusters.size()));
    }

    @Override
    public OptionalDouble value(int[] weights) {
      return sweeps.stream()
          .map(sweep -> score(sweep, weights))
          .flatMapToDouble(OptionalDouble::stream)
          .max();
    }
  }
}
