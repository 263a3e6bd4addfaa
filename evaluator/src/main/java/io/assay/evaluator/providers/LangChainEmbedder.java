package io.assay.evaluator.providers;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Outcome;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Embedder;
import io.assay.evaluator.provider.TextGenerator;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A model of a protocol that has vectors too: which of both the model can is the server's to say.
final class LangChainEmbedder implements TextGenerator, Embedder {

  private final ModelSpec spec;
  private final Access access;
  private final LangChainModel texts;
  private final Supplier<EmbeddingModel> vectors;
  private final Prefixes prefixes;
  private final EmbedBatches batches;

  /// Put before texts of a kind.
  record Prefixes(String query, String passage) {}

  LangChainEmbedder(
      ModelSpec spec,
      Access access,
      LangChainModel texts,
      Supplier<EmbeddingModel> vectors,
      Prefixes prefixes,
      int batchSize,
      Duration batchDelay) {
    this.spec = spec;
    this.access = access;
    this.texts = texts;
    this.vectors = vectors;
    this.prefixes = prefixes;
    this.batches = new EmbedBatches(spec, batchSize, batchDelay, this::send);
  }

  @Override
  public Completion generate(ModelRequest.GenerateText request, CallContext call)
      throws InterruptedException {
    return texts.generate(request, call);
  }

  @Override
  public Completion embed(ModelRequest.Embed request, CallContext call)
      throws InterruptedException {
    String prefix =
        switch (request.kind()) {
          case "query" -> prefixes.query();
          case "passage" -> prefixes.passage();
          default -> "";
        };
    var asked = request.texts().stream().map(prefix::concat).toList();
    return access
        .retries()
        .run(
            call,
            left -> {
              call.attempt();
              return batches.once(asked, left, call);
            });
  }

  private EmbedBatches.Sent send(List<String> asked, Duration limit) throws InterruptedException {
    long tokens = OpenAiRequests.estimate(asked);
    var segments = asked.stream().map(TextSegment::from).toList();
    try (var ticket = access.endpoint().enter(tokens)) {
      var outcome =
          LangChainModel.judge(
              new LangChainHttp.Attempt(limit, json -> json),
              () -> vectors.get().embedAll(segments),
              read -> answered(read.value(), asked.size()),
              access,
              null);
      ticket.ended(outcome, tokens);
      return new EmbedBatches.Sent(ticket.waited(), outcome, null);
    }
  }

  private Outcome answered(
      Response<List<dev.langchain4j.data.embedding.Embedding>> response, int wanted) {
    var all = response.content().stream().map(each -> Embedding.of(each.vector())).toList();
    if (all.size() != wanted) {
      return access.errors().passing("gave %d vectors for %d texts".formatted(all.size(), wanted));
    }
    Long tokens = tokens(response);
    return new Outcome.Settled(
        new Completion.Answered(
            new Answer.Vectors(all), null, Prices.usage(spec.price(), tokens, 0L), null));
  }

  private static @Nullable Long tokens(Response<?> response) {
    var usage = response.tokenUsage();
    return usage == null || usage.inputTokenCount() == null
        ? null
        : Long.valueOf(usage.inputTokenCount());
  }
}
