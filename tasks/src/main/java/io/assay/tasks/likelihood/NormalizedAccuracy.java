package io.assay.tasks.likelihood;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.choice.Choices;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Proportion;
import java.util.function.ToIntFunction;

/// Whether the choice with the highest log-likelihood by its length is right.
final class NormalizedAccuracy extends Proportion {

  private final ToIntFunction<String> length;

  NormalizedAccuracy(MetricFactory factory, Params params, ToIntFunction<String> length) {
    super(factory, params);
    this.length = length;
  }

  @Override
  public Judgement judge(Sample sample, Answer answer) {
    return ScoredChoices.judge(
        sample, answer, this::judge, other -> wrongAnswer(other, "likelihoods"));
  }

  private Judgement judge(ScoredChoices scored) {
    Choices choices = scored.choices();
    int taken = ChoiceScores.likeliestByLength(scored.logprobs(), choices.texts(), length);
    return judged(
        choices.right().contains(taken),
        "likeliest for its length is "
            + Choices.letter(taken)
            + ", right is "
            + choices.rightLetters());
  }
}
