package io.assay.tasks.embedding;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.Targets;
import io.assay.tasks.statistics.Correlation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How well the cosine of two texts' vectors follows the similarity that people gave the texts: a
/// correlation over the pairs of a sentence-similarity task. A contribution's statistics are cosine
/// and gold score; gold scores are taken as they are, since correlation does not see their scale.
abstract class CosineCorrelation extends Definition implements SetMetric {

  private static final Comparator<Row> BY_SAMPLE =
      Comparator.comparing(Row::sampleId).thenComparingInt(Row::epoch);

  CosineCorrelation(MetricFactory factory, Params params) {
    super(factory, params);
  }

  /// The correlation over pairs with these weights.
  abstract OptionalDouble of(Correlation pairs, int[] weights);

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    if (!(answer instanceof Answer.Vectors(List<Embedding> vectors))) {
      return wrongAnswer(answer, "pairs of vectors");
    }
    OptionalDouble gold = Targets.number(sample.target());
    if (gold.isEmpty()) {
      return unjudgeable(
          "target of sample "
              + sample.id()
              + " is "
              + Targets.describe(sample.target())
              + ", but "
              + info().name()
              + " needs a number");
    }
    return problemWith(vectors)
        .<Judgement>map(problem -> unjudgeable(problem + ", sample " + sample.id()))
        .orElseGet(
            () -> judged(Vectors.cosine(vectors.get(0), vectors.get(1)), gold.getAsDouble()));
  }

  private Judgement judged(double cosine, double gold) {
    return judged(cosine, List.of(cosine, gold), "cosine " + cosine + ", expected " + gold);
  }

  private static Optional<String> problemWith(List<Embedding> vectors) {
    if (vectors.size() != 2) {
      return Optional.of("the model gave " + vectors.size() + " vectors, expected 2 for a pair");
    }
    int first = vectors.get(0).dimensions();
    int second = vectors.get(1).dimensions();
    if (first != second) {
      return Optional.of("vectors of a pair have " + first + " and " + second + " dimensions");
    }
    return Vectors.problemWith(vectors.get(0))
        .or(() -> Vectors.problemWith(vectors.get(1)))
        .map(problem -> "a vector of a pair " + problem);
  }

  @Override
  public final Prepared prepare(List<Row> rows) {
    List<Row> sorted = rows.stream().sorted(BY_SAMPLE).toList();
    return new Pairs(
        sorted.stream().map(Row::cluster).toList(),
        Correlation.of(statistic(sorted, 0), statistic(sorted, 1)));
  }

  private static double[] statistic(List<Row> rows, int index) {
    return rows.stream().mapToDouble(row -> row.contribution().statistics().get(index)).toArray();
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
      var ones = new int[pairs.size()];
      java.util.Arrays.fill(ones, 1);
      return of(pairs, ones);
    }

    @Override
    public OptionalDouble value(int[] weights) {
      return of(pairs, weights);
    }
  }
}
