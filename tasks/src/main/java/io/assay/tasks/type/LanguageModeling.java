package io.assay.tasks.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.Metrics;
import java.util.List;
import java.util.Optional;

/// A model says how likely a text is: the input as a whole, or, where a sample has a target, the
/// target after the input (the last word of a LAMBADA passage). Texts are taken as they are,
/// without a template, so that words and bytes are those of the dataset.
final class LanguageModeling implements TaskType {

  @Override
  public String name() {
    return "language-modeling";
  }

  @Override
  public String summary() {
    return "The model says how likely a text is.";
  }

  @Override
  public Capability capability() {
    return Capability.LIKELIHOOD;
  }

  @Override
  public boolean rendersText() {
    return false;
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("word_perplexity", "byte_perplexity", "bits_per_byte");
  }

  @Override
  public Optional<String> problemWith(Sample sample, TaskSpec task) {
    return inputProblem(sample)
        .or(() -> targetProblem(sample, task))
        .map(problem -> "sample " + sample.id() + ": " + problem);
  }

  private static Optional<String> inputProblem(Sample sample) {
    return sample.input().isTextual()
        ? Optional.empty()
        : Optional.of("input is not a text, but " + sample.input());
  }

  private static Optional<String> targetProblem(Sample sample, TaskSpec task) {
    JsonNode target = sample.target();
    if (target != null && !target.isNull()) {
      return target.isValueNode() && !target.asText().isEmpty()
          ? Optional.empty()
          : Optional.of("target is not a text, but " + target);
    }
    if (task.metrics().stream().anyMatch(Metrics::needsTarget)) {
      return Optional.of("there is no target, but a metric needs one");
    }
    return sample.input().asText().isEmpty() ? Optional.of("input is empty") : Optional.empty();
  }

  @Override
  public ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch) {
    JsonNode target = sample.target();
    String input = sample.input().asText();
    return target == null || target.isNull()
        ? new ModelRequest.Likelihood("", List.of(input))
        : Continuations.after(input, List.of(target.asText()));
  }
}
