package io.assay.tasks.choice;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Judgement;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What metrics of choices have in common: the sample's choices, and what the answer makes of them.
final class ChoiceMetric {

  private ChoiceMetric() {}

  /// Reads choices and answer.
  ///
  /// @param judge gets the choices and which one the answer takes
  /// @param wrongKind says that an answer of this kind is not judged
  static Judgement judge(
      Sample sample,
      Answer answer,
      LetterExtraction extraction,
      BiFunction<Choices, Decision, Judgement> judge,
      Function<Answer, Judgement> wrongKind) {
    return switch (Choices.of(sample)) {
      case Choices.Read.Unfit(String reason) -> unfit(sample, reason);
      case Choices.Read.Found(Choices choices) ->
          switch (answer) {
            case Answer.Text(String text) ->
                judge.apply(choices, Decision.ofText(text, choices.texts(), extraction));
            case Answer.Likelihoods(var continuations)
                when continuations.size() == choices.texts().size() ->
                judge.apply(choices, Decision.ofLikelihoods(continuations));
            case Answer.Likelihoods(var continuations) ->
                unfit(
                    sample,
                    "has %d choices, but the model gave %d likelihoods"
                        .formatted(choices.texts().size(), continuations.size()));
            case Answer.Vectors _, Answer.Transcript _, Answer.Images _ -> wrongKind.apply(answer);
          };
    };
  }

  private static Judgement unfit(Sample sample, String reason) {
    return new Judgement.Unjudgeable("sample " + sample.id() + ": " + reason);
  }
}
