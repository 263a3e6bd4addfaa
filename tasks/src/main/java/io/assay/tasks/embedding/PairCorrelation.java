package io.assay.tasks.embedding;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.Targets;
import io.assay.tasks.statistics.Correlation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How well the similarity of two texts' vectors follows the similarity that people gave the texts:
/// a correlation over the pairs of a sentence-similarity task. A contribution's statistics are gold
/// score and similarity, or the gold score alone beside both vectors where similarities wait for
/// all vectors' ranges. Gold scores are taken as they are, since correlation does not see their
/// scale.
abstract class PairCorrelation extends VectorMetric implements SetMetric {

  static final List<MetricFactory.Param> PARAMS =
      List.of(VectorForm.DIMENSIONS, VectorForm.QUANTISATION);

  private final PairSimilarity similarity;

  PairCorrelation(MetricFactory factory, Params params, Similarity similarity) {
    super(factory, params);
    this.similarity = new PairSimilarity(similarity, form());
  }

  /// The correlation over pairs with these weights.
  abstract OptionalDouble of(Correlation pairs, int[] weights);

  @Override
  final Optional<String> textsProblem(Sample sample, int texts) {
    return countProblem(texts, 2, "a pair");
  }

  @Override
  final Optional<String> targetProblem(Sample sample) {
    return Targets.number(sample.target()).isPresent()
        ? Optional.empty()
        : wrongTarget(sample, "a number, the pair's similarity");
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    return judgeFitting(
        sample,
        () -> {
          double gold = Targets.number(sample.target()).orElseThrow();
          return judgeVectors(sample, answer, 2, vectors -> judged(vectors, gold));
        });
  }

  private Judgement judged(List<Embedding> pair, double gold) {
    if (similarity.waitsForAll()) {
      return contributed(
          List.of(gold),
          Vectors.joined(pair.get(0), pair.get(1)),
          java.util.Map.of(),
          "expected " + gold);
    }
    double similar = similarity.of(pair.get(0), pair.get(1));
    return judged(
        similar,
        List.of(gold, similar),
        similarity.name().toLowerCase(Locale.ROOT) + " " + similar + ", expected " + gold);
  }

  @Override
  public final Prepared prepare(List<Row> rows) {
    List<Row> sorted = rows.stream().sorted(BY_SAMPLE).toList();
    double[] gold =
        sorted.stream().mapToDouble(row -> row.contribution().statistics().getFirst()).toArray();
    return new Pairs(
        sorted.stream().map(Row::cluster).toList(),
        Correlation.of(similarity.of(sorted, 1), gold));
  }

  private final class Pairs implements Prepared {

    private final List<String> clusters;
    private final Correlation pairs;

    Pairs(List<String> clusters, Correlation pairs) {
      this.clusters = clusters;
      this.pairs = pairs;
    }

    @Override
    public List<String> clusters() {
      return clusters;
    }

    @Override
    public OptionalDouble value() {
      return of(pairs, Weights.ones(pairs.size()));
    }

    @Override
    public OptionalDouble value(int[] weights) {
      return of(pairs, weights);
    }
  }
}
