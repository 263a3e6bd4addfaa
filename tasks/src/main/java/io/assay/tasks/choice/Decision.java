package io.assay.tasks.choice;

import io.assay.contracts.event.Answer;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;

/// Which choice an answer takes.
///
/// @param index the choice, from 0; empty where it takes none
/// @param explanation what led to it, for people
record Decision(Optional<Integer> index, String explanation) {

  /// By a letter in a text.
  static Decision ofText(String text, List<String> choices, LetterExtraction extraction) {
    return extraction
        .extract(text, choices)
        .map(extracted ->
            new Decision(
                extraction.choice(extracted, choices.size()),
                "extracted “" + PythonText.excerpt(extracted, 100) + "”"))
        .orElse(new Decision(Optional.empty(), "found no choice in the answer"));
  }

  /// By the highest log-likelihood, the first of equal ones.
  static Decision ofLikelihoods(List<Answer.Continuation> continuations) {
    double[] scores = continuations.stream().mapToDouble(Answer.Continuation::logprob).toArray();
    int best = MostLikely.index(scores);
    return new Decision(
        Optional.of(best), "likeliest is " + Choices.letter(best) + " with " + scores[best]);
  }
}
