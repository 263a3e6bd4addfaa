package io.assay.tasks.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// A function of the mean log-likelihood by some unit of the texts: all log-likelihoods by all
/// units.
final class PerplexityJudge extends Definition implements AdditiveMetric {

  /// How many units one text has.
  interface Units {
    long of(String text, Answer.Continuation continuation);
  }

  private final Units units;
  private final String unit;
  private final DoubleUnaryOperator finish;

  /// @param unit what is counted, for people
  /// @param finish makes the value of the mean, which is negative
  PerplexityJudge(
      MetricFactory factory, Params params, Units units, String unit, DoubleUnaryOperator finish) {
    super(factory, params);
    this.units = units;
    this.unit = unit;
    this.finish = finish;
  }

  @Override
  public List<Statistic> statistics() {
    return List.of(new Statistic("log-likelihood", 16), Statistic.count(unit));
  }

  /// Empty also where it is larger than the largest number.
  @Override
  public OptionalDouble value(double[] sums) {
    double value = sums[1] > 0 ? finish.applyAsDouble(sums[0] / sums[1]) : Double.NaN;
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  @Override
  public Judgement judge(Sample sample, Answer answer) {
    if (!(answer instanceof Answer.Likelihoods(List<Answer.Continuation> continuations))) {
      return wrongAnswer(answer, "likelihoods");
    }
    Optional<String> text = scored(sample);
    return text.isEmpty() || continuations.size() != 1
        ? unjudgeable(
            "sample "
                + sample.id()
                + " is not one text with one likelihood, but has "
                + continuations.size())
        : judge(text.get(), continuations.getFirst());
  }

  /// The text whose likelihood was asked for: the target if there is one, else the input.
  private static Optional<String> scored(Sample sample) {
    JsonNode target = sample.target();
    JsonNode text = target == null || target.isNull() ? sample.input() : target;
    return text.isValueNode() && !text.isNull() ? Optional.of(text.asText()) : Optional.empty();
  }

  private Judgement judge(String text, Answer.Continuation continuation) {
    double[] sums = {continuation.logprob(), units.of(text, continuation)};
    OptionalDouble value = value(sums);
    return new Judgement.Judged(
        new Contribution(
            spec(),
            value.isPresent() ? value.getAsDouble() : null,
            List.of(sums[0], sums[1]),
            null,
            Map.of(),
            "log-likelihood " + sums[0] + " over " + (long) sums[1] + " " + unit));
  }
}
