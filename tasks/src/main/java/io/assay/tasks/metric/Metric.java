package io.assay.tasks.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import java.util.Optional;

/// A number over many scores. An instance is a definition with its parameters filled in.
public sealed interface Metric permits AdditiveMetric, SetMetric {

  /// The parameters and the name that it was made with.
  MetricSpec spec();

  /// What it is: fixed facts of its definition.
  MetricInfo info();

  /// How its numbers are made: `name|param:value|…|version:v`. Two numbers are comparable exactly
  /// when their signatures are equal.
  String signature();

  /// What of a sample this metric cannot read, in words, so that it is refused before a model is
  /// asked; empty if nothing is known to be wrong.
  default Optional<String> problemWith(Sample sample) {
    return Optional.empty();
  }

  /// Judges one answer. Anything wrong with sample or answer is a [Judgement.Unjudgeable], not an
  /// exception and not a zero.
  Judgement judge(Sample sample, Answer answer);

  /// Judges one answer of which more is known; by the answer alone, if that is enough.
  default Judgement judge(Sample sample, Answer answer, Circumstances circumstances) {
    return judge(sample, answer);
  }
}
