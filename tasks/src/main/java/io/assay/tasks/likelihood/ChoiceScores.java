package io.assay.tasks.likelihood;

import io.assay.tasks.choice.MostLikely;
import java.util.List;
import java.util.function.ToIntFunction;

/// What follows from the log-likelihoods of a question's choices.
final class ChoiceScores {

  private ChoiceScores() {}

  /// The choice with the highest log-likelihood by its length.
  static int likeliestByLength(
      double[] logprobs, List<String> choices, ToIntFunction<String> length) {
    var scores = new double[logprobs.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = logprobs[i] / length.applyAsInt(choices.get(i));
    }
    return MostLikely.index(scores);
  }

  /// Probabilities of the choices if no others are possible.
  static double[] probabilities(double[] logprobs) {
    double highest = logprobs[MostLikely.index(logprobs)];
    var probabilities = new double[logprobs.length];
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = Math.exp(logprobs[i] - highest);
      sum += probabilities[i];
    }
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  /// The squared distance of the probabilities from certainty of the right choice.
  static double brier(double[] probabilities, int right) {
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double off = probabilities[i] - (i == right ? 1 : 0);
      sum += off * off;
    }
    return sum;
  }
}
