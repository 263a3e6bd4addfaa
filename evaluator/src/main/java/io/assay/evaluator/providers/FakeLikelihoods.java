package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
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
    String right = knows ? right(sample) : null;
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

  /// The text of the right choice: the target itself, or the choice that its letter or number from
  /// 0 means.
  private static String right(Sample sample) {
    JsonNode target = sample.target();
    JsonNode choices = sample.metadata().get("choices");
    if (target == null) {
      return "";
    }
    String text = target.isArray() && !target.isEmpty() ? target.get(0).asText() : target.asText();
    if (choices == null || !choices.isArray()) {
      return text;
    }
    int index = index(text);
    boolean named = choices.valueStream().anyMatch(each -> each.asText().equals(text));
    return !named && index >= 0 && index < choices.size() ? choices.get(index).asText() : text;
  }

  private static int index(String text) {
    if (text.matches("[A-Z]")) {
      return text.charAt(0) - 'A';
    }
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }
}
