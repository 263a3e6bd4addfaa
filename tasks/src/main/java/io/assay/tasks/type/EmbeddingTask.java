package io.assay.tasks.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A model turns texts into vectors. A sample is a pair of texts, whose target is how similar
/// people found them; or, where its metadata say `kind`, one text of a retrieval task: a `query`,
/// whose target maps ids of passages to grades, or a `passage`. The target may be absent where no
/// metric reads it.
final class EmbeddingTask implements TaskType {

  private static final List<String> RETRIEVAL_KINDS = List.of("query", "passage");

  @Override
  public String name() {
    return "embedding";
  }

  @Override
  public String summary() {
    return "The model turns texts into vectors, which are compared with each other.";
  }

  @Override
  public Capability capability() {
    return Capability.EMBED;
  }

  @Override
  public boolean rendersText() {
    return false;
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("cosine_spearman", "cosine_pearson");
  }

  @Override
  public Optional<String> problemWith(Sample sample, TaskSpec task) {
    boolean judged = task.metrics().stream().anyMatch(Metrics::needsTarget);
    String kind = kind(sample);
    return inputProblem(sample, kind)
        .or(() -> judged ? targetProblem(sample, kind) : Optional.empty())
        .map(problem -> "sample " + sample.id() + ": " + problem);
  }

  private static Optional<String> inputProblem(Sample sample, @Nullable String kind) {
    Optional<List<String>> texts = texts(sample.input());
    if (texts.isEmpty()) {
      return Optional.of("input is not a text or a list of texts");
    }
    if (kind != null && !RETRIEVAL_KINDS.contains(kind)) {
      return Optional.of("metadata.kind is " + kind + ", expected query or passage");
    }
    int count = texts.get().size();
    if (kind != null && count != 1) {
      return Optional.of("input has " + count + " texts, expected 1 for a " + kind);
    }
    return texts.get().stream().anyMatch(String::isBlank)
        ? Optional.of("a text of the input is blank")
        : Optional.empty();
  }

  private static Optional<String> targetProblem(Sample sample, @Nullable String kind) {
    JsonNode target = sample.target();
    if ("passage".equals(kind)) {
      return Optional.empty();
    }
    if ("query".equals(kind)) {
      return target != null && target.isObject()
          ? Optional.empty()
          : Optional.of("target of a query must be an object of grades by passage id");
    }
    int count = sample.input().isArray() ? sample.input().size() : 1;
    if (count != 2) {
      return Optional.of("input has " + count + " texts, expected the 2 of a pair");
    }
    return isNumber(target)
        ? Optional.empty()
        : Optional.of("target of a pair must be a number, its similarity");
  }

  private static boolean isNumber(@Nullable JsonNode target) {
    if (target == null || !(target.isNumber() || target.isTextual())) {
      return false;
    }
    try {
      return Double.isFinite(Double.parseDouble(target.asText()));
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static @Nullable String kind(Sample sample) {
    JsonNode kind = sample.metadata().get("kind");
    return kind == null || kind.isNull() ? null : kind.asText();
  }

  private static Optional<List<String>> texts(JsonNode input) {
    if (input.isTextual()) {
      return Optional.of(List.of(input.asText()));
    }
    var texts = new ArrayList<String>();
    for (JsonNode each : input) {
      if (!each.isTextual()) {
        return Optional.empty();
      }
      texts.add(each.asText());
    }
    return !input.isArray() || texts.isEmpty() ? Optional.empty() : Optional.of(texts);
  }

  @Override
  public ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch) {
    String kind = kind(sample);
    List<String> texts =
        texts(sample.input())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "input of sample " + sample.id() + " is not a text or a list of texts"));
    return new ModelRequest.Embed(texts, kind == null ? "text" : kind);
  }
}
