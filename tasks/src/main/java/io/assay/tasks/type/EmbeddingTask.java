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

/// A model turns texts into vectors. What a sample is, its metrics say:
///
/// - a pair of texts, whose target is how similar people found them, or whether they belong
///   together; or a sentence with its translation, without a target;
/// - where its metadata say `kind`, one text of a retrieval task: a `query`, whose target maps ids
///   of passages to grades, or a `passage`;
/// - a query with its candidates, whose target lists the candidates' grades;
/// - one text with a label, or a list of labels, and metadata `split` where a classifier learns;
/// - summaries of one text by machines, then by people, whose target lists the machines' scores.
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
    return inputProblem(sample)
        .or(() ->
            task.metrics().stream()
                .map(Metrics::create)
                .flatMap(metric -> metric.problemWith(sample).stream())
                .findFirst())
        .map(problem -> "sample " + sample.id() + ": " + problem);
  }

  private static Optional<String> inputProblem(Sample sample) {
    Optional<List<String>> texts = texts(sample.input());
    if (texts.isEmpty()) {
      return Optional.of("input is not a text or a list of texts");
    }
    String kind = kind(sample);
    if (kind != null && !RETRIEVAL_KINDS.contains(kind)) {
      return Optional.of("metadata.kind is " + kind + ", expected query or passage");
    }
    return texts.get().stream().anyMatch(String::isBlank)
        ? Optional.of("a text of the input is blank")
        : Optional.empty();
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
