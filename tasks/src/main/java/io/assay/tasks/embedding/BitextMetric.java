package io.assay.tasks.embedding;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Bitext mining as MTEB measures it: a sample is a pair of a sentence and its translation; for
/// each sentence the nearest of all translations by cosine is looked for, and scores are those of a
/// classification with the right translation as class. Sentences are the resampled units, among the
/// translations of all. Of equally near translations the one with the first sample id counts.
abstract class BitextMetric extends VectorMetric implements SetMetric {

  static final List<MetricFactory.Param> PARAMS =
      List.of(VectorForm.DIMENSIONS, VectorForm.QUANTISATION);

  private static final int TOGETHER = 512;

  BitextMetric(MetricFactory factory, Params params) {
    super(factory, params);
  }

  /// What each sentence adds to the score.
  ///
  /// @param right how often the sentence counts if its translation was found for it, else 0
  /// @param support how often the sentence counts
  /// @param claims how often its translation was found, for whatever sentence
  abstract double share(long right, long support, long claims);

  @Override
  final Optional<String> textsProblem(Sample sample, int texts) {
    return countProblem(texts, 2, "a sentence and its translation");
  }

  @Override
  final Optional<String> targetProblem(Sample sample) {
    return Optional.empty();
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    return judgeVectors(
        sample,
        answer,
        2,
        pair ->
            contributed(
                List.of(),
                Vectors.joined(pair.get(0), pair.get(1)),
                Map.of(),
                pair.getFirst().dimensions() + " dimensions"));
  }

  @Override
  public final Prepared prepare(List<Row> rows) {
    return prepare(rows, UNSHARED);
  }

  @Override
  public final Prepared prepare(List<Row> rows, Sharing sharing) {
    List<Row> sorted = rows.stream().sorted(BY_SAMPLE).toList();
    Found found =
        sharing.get(
            List.of("bitext", form(), fingerprint(rows)),
            Found.class,
            () -> new Found(nearest(sorted)));
    return new Mined(sorted, found.places);
  }

  /// The place of the translation found for each sentence.
  private static final class Found {
    private final int[] places;

    Found(int[] places) {
      this.places = places;
    }
  }

  private int[] nearest(List<Row> rows) {
    var nearest = new int[rows.size()];
    IntStream.range(0, rows.size())
        .boxed()
        .collect(java.util.stream.Collectors.groupingBy(i -> vector(rows.get(i)).length))
        .values()
        .forEach(places -> search(rows, places, nearest));
    return nearest;
  }

  private void search(List<Row> rows, List<Integer> places, int[] nearest) {
    int half = vector(rows.get(places.getFirst())).length / 2;
    List<float[]> sources =
        form()
            .quantised(places.stream().map(i -> Arrays.copyOf(vector(rows.get(i)), half)).toList());
    List<float[]> translations =
        form()
            .quantised(
                places.stream()
                    .map(i -> Arrays.copyOfRange(vector(rows.get(i)), half, 2 * half))
                    .toList());
    var index =
        new VectorIndex(places.stream().map(i -> Integer.toString(i)).toList(), translations, true);
    IntStream.range(0, (places.size() + TOGETHER - 1) / TOGETHER)
        .map(part -> part * TOGETHER)
        .parallel()
        .forEach(from -> {
          var part = sources.subList(from, Math.min(from + TOGETHER, sources.size()));
          var found = index.search(part, 1, false);
          for (int i = 0; i < part.size(); i++) {
            nearest[places.get(from + i)] = Integer.parseInt(found.get(i).ids().getFirst());
          }
        });
  }

  private final class Mined implements SetMetric.Prepared {

    private final List<Row> rows;
    private final int[] found;

    Mined(List<Row> rows, int[] found) {
      this.rows = rows;
      this.found = found;
    }

    @Override
    public List<String> clusters() {
      return rows.stream().map(Row::cluster).toList();
    }

    @Override
    public OptionalDouble value() {
      return value(Weights.ones(rows.size()));
    }

    @Override
    public OptionalDouble value(int[] weights) {
      var claims = new long[rows.size()];
      long total = 0;
      for (int i = 0; i < weights.length; i++) {
        claims[found[i]] += weights[i];
        total += weights[i];
      }
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        long right = found[i] == i ? weights[i] : 0;
        sum += right == 0 ? 0 : weights[i] * share(right, weights[i], claims[i]);
      }
      return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / total);
    }

    @Override
    public List<UnitValue> units() {
      return IntStream.range(0, rows.size())
          .mapToObj(i ->
              new UnitValue(
                  rows.get(i).sampleId(),
                  rows.get(i).epoch(),
                  found[i] == i ? 1 : 0,
                  found[i] == i
                      ? "found its translation"
                      : "found the translation of " + rows.get(found[i]).sampleId()))
          .toList();
    }
  }
}
