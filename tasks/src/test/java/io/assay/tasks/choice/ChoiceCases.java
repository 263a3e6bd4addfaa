package io.assay.tasks.choice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.MetricContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Samples with choices, and answers to them.
public final class ChoiceCases {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ChoiceCases() {}

  public static Sample sample(@Nullable JsonNode target, String... choices) {
    return sample("s1", target, choices);
  }

  private static Sample sample(String id, @Nullable JsonNode target, String... choices) {
    var list = JSON.arrayNode();
    Arrays.stream(choices).forEach(list::add);
    return new Sample(id, JSON.textNode("question"), target, null, Map.of("choices", list));
  }

  /// Likelihoods of one token each.
  public static Answer.Likelihoods likelihoods(double... logprobs) {
    List<Answer.Continuation> continuations = new ArrayList<>();
    for (double each : logprobs) {
      continuations.add(new Answer.Continuation(each, 1, false));
    }
    return new Answer.Likelihoods(continuations);
  }

  public static MetricContract.Case anyLikelihoods(Random random, int number) {
    var target = JSON.textNode(Choices.letter(random.nextInt(3)));
    return new MetricContract.Case(
        sample("s" + number, target, "red", "light green", "blue"),
        likelihoods(-random.nextDouble(9), -random.nextDouble(9), -random.nextDouble(9)));
  }

  public static MetricContract.Case anyLetter(Random random, int number) {
    var target = JSON.textNode(Choices.letter(random.nextInt(3)));
    return new MetricContract.Case(
        sample("s" + number, target, "red", "light green", "blue"),
        new Answer.Text("Answer: " + Choices.letter(random.nextInt(4))));
  }
}
