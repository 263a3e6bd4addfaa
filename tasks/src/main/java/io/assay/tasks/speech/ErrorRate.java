package io.assay.tasks.speech;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A number of the steps of all alignments together. Of several targets the nearest one counts, by
/// the sample's own value.
abstract class ErrorRate extends Definition implements AdditiveMetric {

  static final List<String> TASK_TYPES =
      List.of("speech-recognition", "speech-translation", "text-generation");

  private static final List<Statistic> STATISTICS =
      List.of(
          Statistic.count("hits"),
          Statistic.count("substitutions"),
          Statistic.count("deletions"),
          Statistic.count("insertions"),
          Statistic.count("samples"));

  private final TranscriptNormalizer normalizer;
  private final Comparator<Comparison> nearest;

  ErrorRate(MetricFactory factory, Params params) {
    super(factory, params);
    normalizer = TranscriptNormalizers.of(params);
    Comparator<Comparison> byRate = Comparator.comparingDouble(each -> of(each));
    nearest = factory.info().higherIsBetter() ? byRate.reversed() : byRate;
  }

  /// The number.
  abstract double of(EditCounts counts);

  private double of(Comparison comparison) {
    return of(comparison.alignment().counts());
  }

  /// Compares normalised texts; empty where that would take too long.
  Optional<Comparison> compare(String reference, String hypothesis) {
    return Comparison.ofWords(
        Transcripts.words(reference), Transcripts.words(hypothesis), EditAligner.SECONDS_OF_STEPS);
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    Optional<String> text = textOf(answer);
    if (text.isEmpty()) {
      return wrongAnswer(answer, "texts");
    }
    Optional<List<String>> targets = targets(sample);
    if (targets.isEmpty()) {
      return noTarget(sample);
    }
    String given = normalizer.normalize(text.get());
    return targets.get().stream()
        .map(target -> compare(normalizer.normalize(target), given))
        .flatMap(Optional::stream)
        .min(nearest)
        .map(this::judged)
        .orElseGet(() ->
            unjudgeable(
                "answer and target of sample "
                    + sample.id()
                    + " are too long and differ too much to be aligned"));
  }

  private Judgement judged(Comparison comparison) {
    EditCounts counts = comparison.alignment().counts();
    List<Double> statistics =
        List.of(
            (double) counts.hits(),
            (double) counts.substitutions(),
            (double) counts.deletions(),
            (double) counts.insertions(),
            1.0);
    return judged(of(counts), statistics, comparison.explanation());
  }

  @Override
  public final List<Statistic> statistics() {
    return STATISTICS;
  }

  @Override
  public final OptionalDouble value(double[] sums) {
    return sums[4] > 0
        ? OptionalDouble.of(
            of(new EditCounts((long) sums[0], (long) sums[1], (long) sums[2], (long) sums[3])))
        : OptionalDouble.empty();
  }
}
