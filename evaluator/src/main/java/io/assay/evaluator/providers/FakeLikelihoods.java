package io.assay.evaluator.providers;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Made-up likelihoods, the same at every run.
final class FakeLikelihoods {

  private static final double PER_TOKEN = -2.5;
  private static final double CHARACTERS_PER_TOKEN = 4;

  private FakeLikelihoods() {}

  /// @param knows whether the sample's right answer is to be the likeliest
  static Answer.Likelihoods of(
      ModelRequest.Likelihood request, Sample sample, boolean knows, String model) {
    String right = knows ? FakeChoices.text(sample) : null;
    List<Answer.Continuation> all =
        request.continuations().stream().map(text -> of(text, right, model)).toList();
    return new Answer.Likelihoods(all);
  }

  private static Answer.Continuation of(String text, @Nullable String right, String model) {
    boolean known = right != null && text.strip().equals(right.strip());
    int tokens = (int) Math.max(1, Math.ceil(text.length() / CHARACTERS_PER_TOKEN));
    double noise = (Draw.mix(text, model.hashCode()) >>> 11) * 0x1p-53;
    double logprob = known ? -0.01 * (1 + noise) : tokens * (PER_TOKEN - noise);
    return new Answer.Continuation(logprob, tokens, known);
  }
}
