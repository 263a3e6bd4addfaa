package io.assay.tasks.embedding;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Targets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Summarization as MTEB measures it: within one text, how the best similarity of each machine's
/// summary to a person's summary follows the scores that people gave the machines' summaries; the
/// mean over texts. A sample's input is the machines' summaries, then people's; its target the
/// list of scores. Texts whose scores or similarities are all equal do not count.
abstract class SummaryMetric extends VectorMetric implements AdditiveMetric {

  static final List<MetricFactory.Param> PARAMS =
      List.of(
          new MetricFactory.Param(
              "similarity", "text", "cosine", "cosine, or dot for the dot product"),
          VectorForm.DIMENSIONS,
          VectorForm.QUANTISATION);

  private final boolean cosine;

  SummaryMetric(MetricFactory factory, Params params) {
    super(factory, params);
    cosine = params.choice("similarity", List.of("cosine", "dot")).equals("cosine");
  }

  /// The correlation of one text.
  abstract OptionalDouble score(SummaryScores text, boolean cosine);

  @Override
  public final List<Statistic> statistics() {
    return List.of(Statistic.real("sum"), Statistic.real("squares"), Statistic.count("texts"));
  }

  @Override
  public final OptionalDouble value(double[] sums) {
    return sums[2] > 0 ? OptionalDouble.of(sums[0] / sums[2]) : OptionalDouble.empty();
  }

  @Override
  public final IntervalKind interval() {
    return IntervalKind.MEAN;
  }

  @Override
  final Optional<String> textsProblem(Sample sample, int texts) {
    return sample.target() != null && sample.target().size() >= texts
        ? Optional.of(
            "input has "
                + texts
                + " summaries, expected more than the "
                + sample.target().size()
                + " that have scores: those of machines, then those of people")
        : Optional.empty();
  }

  @Override
  final Optional<String> targetProblem(Sample sample) {
    int scores = sample.target() == null ? 0 : sample.target().size();
    return scores > 0 && Candidates.grades(sample.target(), scores).isPresent()
        ? Optional.empty()
        : wrongTarget(sample, "the list of machines' summaries' scores");
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    return judgeFitting(
        sample,
        () -> {
          List<Double> scores =
              Candidates.grades(sample.target(), java.util.Objects.requireNonNull(sample.target()).size())
                  .orElseThrow();
          return judgeVectors(
              sample,
              answer,
              vectors ->
                  textsProblem(sample, vectors.size())
                      .<Judgement>map(SummaryMetric::unjudgeable)
                      .orElseGet(() -> judged(vectors, scores)));
        });
  }

  private Judgement judged(List<Embedding> vectors, List<Double> scores) {
    double[][] all =
        form().quantised(vectors.stream().map(Embedding::toArray).toList()).stream()
            .map(Vectors::widened)
            .toArray(double[][]::new);
    var text =
        new SummaryScores.Text(
            java.util.Arrays.copyOfRange(all, scores.size(), all.length),
            java.util.Arrays.copyOf(all, scores.size()),
            scores.stream().mapToDouble(Double::doubleValue).toArray());
    OptionalDouble score = score(new SummaryScores(List.of(text)), cosine);
    if (score.isEmpty() || !Double.isFinite(score.getAsDouble())) {
      return new Judgement.NotApplicable();
    }
    double value = score.getAsDouble();
    return judged(
        value,
        List.of(value, value * value, 1.0),
        String.format(
            Locale.ROOT,
            "%d summaries of machines against %d of people",
            scores.size(),
            all.length - scores.size()));
  }
}
