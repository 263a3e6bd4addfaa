package io.assay.tasks.embedding;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.Targets;
import io.assay.tasks.statistics.PoissonWeights;
import io.assay.tasks.text.CodePointOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What metrics over vectors have in common: which vectors they refuse and in which form they
/// compare them. A vector that is not finite, has no dimensions or no direction fails its sample.
abstract class VectorMetric extends Definition {

  /// The one order in which rows are looked at.
  static final Comparator<SetMetric.Row> BY_SAMPLE =
      Comparator.comparing(SetMetric.Row::sampleId, CodePointOrder.COMPARATOR)
          .thenComparingInt(SetMetric.Row::epoch);

  private final VectorForm form;

  VectorMetric(MetricFactory factory, Params params) {
    super(factory, params);
    form = VectorForm.of(params);
  }

  final VectorForm form() {
    return form;
  }

  /// What is wrong with the number of a sample's texts for this metric, in words.
  abstract Optional<String> textsProblem(Sample sample, int texts);

  /// What is wrong with a sample's target and metadata for this metric, in words.
  abstract Optional<String> targetProblem(Sample sample);

  /// The two checks, before a model is asked.
  public final Optional<String> problemWith(Sample sample) {
    int texts = sample.input().isArray() ? sample.input().size() : 1;
    return textsProblem(sample, texts)
        .or(() -> targetProblem(sample))
        .map(problem -> problem + ", for " + info().name());
  }

  /// That a number of texts is not the one expected.
  static Optional<String> countProblem(int texts, int expected, String what) {
    return texts == expected
        ? Optional.empty()
        : Optional.of("input has " + texts + " texts, expected the " + expected + " of " + what);
  }

  /// That a target is not what is expected.
  static Optional<String> wrongTarget(Sample sample, String expected) {
    return Optional.of(
        "target is " + Targets.describe(sample.target()) + ", must be " + expected);
  }

  /// Judges a sample whose target fits.
  final Judgement judgeFitting(Sample sample, java.util.function.Supplier<Judgement> judge) {
    return targetProblem(sample)
        .<Judgement>map(problem ->
            unjudgeable("sample " + sample.id() + ": " + problem + ", for " + info().name()))
        .orElseGet(judge);
  }

  /// The form's vectors of an answer.
  interface VectorJudge {
    Judgement judge(List<Embedding> vectors);
  }

  /// Judges if the answer has vectors that can be compared with each other.
  final Judgement judgeVectors(Sample sample, Answer answer, VectorJudge judge) {
    if (!(answer instanceof Answer.Vectors(List<Embedding> vectors))) {
      return wrongAnswer(answer, "vectors");
    }
    return problemWith(vectors)
        .<Judgement>map(problem -> unjudgeable(problem + ", sample " + sample.id()))
        .orElseGet(() -> judge.judge(vectors.stream().map(form::shortened).toList()));
  }

  /// The same for answers of so many vectors.
  final Judgement judgeVectors(Sample sample, Answer answer, int count, VectorJudge judge) {
    return judgeVectors(
        sample,
        answer,
        vectors ->
            vectors.size() == count
                ? judge.judge(vectors)
                : unjudgeable(
                    "the model gave "
                        + vectors.size()
                        + " vectors for sample "
                        + sample.id()
                        + ", but "
                        + info().name()
                        + " needs "
                        + count));
  }

  private Optional<String> problemWith(List<Embedding> vectors) {
    for (int i = 0; i < vectors.size(); i++) {
      int place = i + 1;
      Optional<String> problem =
          form.problemWith(vectors.get(i)).map(each -> "vector " + place + " " + each);
      if (problem.isPresent()) {
        return problem;
      }
      int dimensions = vectors.get(i).dimensions();
      if (dimensions != vectors.getFirst().dimensions()) {
        return Optional.of(
            "vectors 1 and "
                + place
                + " have "
                + vectors.getFirst().dimensions()
                + " and "
                + dimensions
                + " dimensions");
      }
    }
    return Optional.empty();
  }

  final Judgement contributed(
      List<Double> statistics, Embedding vector, Map<String, Double> labels, String explanation) {
    return new Judgement.Judged(
        new Contribution(spec(), null, statistics, vector, labels, explanation));
  }

  /// A row's vector.
  static float[] vector(SetMetric.Row row) {
    return Objects.requireNonNull(row.contribution().vector(), row::sampleId).toArray();
  }
  /// Tells sets of rows apart, in any order.
  static long fingerprint(List<SetMetric.Row> rows) {
    long sum = rows.size();
    for (SetMetric.Row row : rows) {
      sum += PoissonWeights.hash(row.sampleId()) * (2L * row.epoch() + 1);
    }
    return sum;
  }

  /// Nothing in common with other metrics.
  static final SetMetric.Sharing UNSHARED =
      new SetMetric.Sharing() {
        @Override
        public <T> T get(Object key, Class<T> type, java.util.function.Supplier<T> make) {
          return make.get();
        }
      };
}
