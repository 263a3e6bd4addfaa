package io.assay.tasks.likelihood;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.choice.Choices;
import io.assay.tasks.metric.Judgement;
import java.util.List;
import java.util.function.Function;

/// A sample's choices with the log-likelihood of each.
final class ScoredChoices {

  private final Choices choices;
  private final double[] logprobs;

  private ScoredChoices(Choices choices, double[] logprobs) {
    this.choices = choices;
    this.logprobs = logprobs;
  }

  Choices choices() {
    return choices;
  }

  /// One for each choice.
  double[] logprobs() {
    return logprobs;
  }

  /// Reads choices and log-likelihoods.
  ///
  /// @param judge gets them
  /// @param wrongKind says that an answer of this kind is not judged
  static Judgement judge(
      Sample sample,
      Answer answer,
      Function<ScoredChoices, Judgement> judge,
      Function<Answer, Judgement> wrongKind) {
    if (!(answer instanceof Answer.Likelihoods(List<Answer.Continuation> continuations))) {
      return wrongKind.apply(answer);
    }
    return switch (Choices.of(sample)) {
      case Choices.Read.Unfit(String reason) -> unfit(sample, reason);
      case Choices.Read.Found(Choices choices) ->
          choices.texts().size() == continuations.size()
              ? judge.apply(new ScoredChoices(choices, logprobs(continuations)))
              : unfit(
                  sample,
                  "has %d choices, but the model gave %d likelihoods"
                      .formatted(choices.texts().size(), continuations.size()));
    };
  }

  static Judgement unfit(Sample sample, String reason) {
    return new Judgement.Unjudgeable("sample " + sample.id() + ": " + reason);
  }

  private static double[] logprobs(List<Answer.Continuation> continuations) {
    return continuations.stream().mapToDouble(Answer.Continuation::logprob).toArray();
  }
}
