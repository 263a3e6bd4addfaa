package io.assay.evaluator.providers;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.TokenUsage;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Embedder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Embeds each text of a request by itself: values do not depend on what else is asked.
///
/// @param weights loads at its first use
record InProcessEmbedder(
    ModelSpec spec,
    Supplier<EmbeddingModel> weights,
    Inference inference,
    String queryPrefix,
    String passagePrefix)
    implements Embedder {

  private record Embedded(Embedding vector, int tokens) {}

  @Override
  public Completion embed(ModelRequest.Embed request, CallContext call)
      throws InterruptedException {
    int blank = firstBlank(request.texts());
    if (blank >= 0) {
      return new Completion.Refused(
          "text %d of sample %s is blank: an embedding model needs some text"
              .formatted(blank + 1, call.sample().id()));
    }
    call.attempt();
    try {
      return answered(inference.all(tasks(request), call));
    } catch (TimeoutException e) {
      return new Completion.TimedOut(
          call.attempts(), "not computed in time; the texts may be very long");
    }
  }

  private List<Callable<Embedded>> tasks(ModelRequest.Embed request) {
    String prefix =
        switch (request.kind()) {
          case "query" -> queryPrefix;
          case "passage" -> passagePrefix;
          default -> "";
        };
    return request.texts().stream()
        .<Callable<Embedded>>map(text -> () -> compute(prefix + text))
        .toList();
  }

  private Embedded compute(String text) {
    var response = weights.get().embed(TextSegment.from(text));
    int tokens =
        Optional.ofNullable(response.tokenUsage()).map(TokenUsage::inputTokenCount).orElse(0);
    return new Embedded(Embedding.of(response.content().vector()), tokens);
  }

  private Completion answered(List<Embedded> texts) {
    long tokens = texts.stream().mapToLong(Embedded::tokens).sum();
    return new Completion.Answered(
        new Answer.Vectors(texts.stream().map(Embedded::vector).toList()),
        null,
        Prices.usage(spec.price(), tokens, 0L),
        spec.name());
  }

  private static int firstBlank(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isBlank()) {
        return i;
      }
    }
    return -1;
  }
}
