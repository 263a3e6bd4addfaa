package io.assay.evaluator.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Outcome;
import io.assay.evaluator.http.Reply;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Embedder;
import io.assay.evaluator.provider.ImageEditor;
import io.assay.evaluator.provider.ImageGenerator;
import io.assay.evaluator.provider.LikelihoodScorer;
import io.assay.evaluator.provider.TextGenerator;
import io.assay.evaluator.provider.Transcriber;
import io.assay.evaluator.providers.OpenAiRequests.LikelihoodBy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One model behind OpenAI's API.
final class OpenAiModel
    implements TextGenerator, Embedder, LikelihoodScorer, Transcriber, ImageGenerator, ImageEditor {

  private final ModelSpec spec;
  private final Access access;
  private final OpenAiRequests requests;
  private final OpenAiAnswers answers;
  private final Ways ways;
  private final EmbedBatches batches;
  private final OpenAiSpeech speech;
  private final OpenAiImages images;

  /// What differs between servers, beside addresses and bodies.
  ///
  /// @param stream whether texts are streamed
  /// @param streamUsage whether a stream is to end with token counts
  /// @param thinkTag the tag between which the model thinks; empty for none
  /// @param batchSize texts of several samples in one request for vectors
  /// @param batchDelay how long a text waits for others
  record Ways(
      boolean stream,
      boolean streamUsage,
      String thinkTag,
      LikelihoodBy likelihood,
      int batchSize,
      Duration batchDelay,
      OpenAiSpeech.Server speech) {}

  OpenAiModel(
      ModelSpec spec, Access access, OpenAiRequests requests, Ways ways, Endpoints endpoints) {
    this.spec = spec;
    this.access = access;
    this.requests = requests;
    this.answers = new OpenAiAnswers(spec, ways.thinkTag());
    this.ways = ways;
    this.batches = new EmbedBatches(spec, ways.batchSize(), ways.batchDelay(), this::sendTexts);
    this.speech = new OpenAiSpeech(spec, access, ways.speech());
    this.images = new OpenAiImages(spec, access, requests, endpoints);
  }

  @Override
  public Completion generate(ModelRequest.GenerateText request, CallContext call)
      throws InterruptedException {
    byte[] json;
    try {
      var media = new Media(call.blobs());
      json = requests.text(request, ways.stream(), ways.streamUsage(), media);
    } catch (IOException e) {
      return unreadable(call, spec, e);
    }
    boolean chat = requests.format() == PromptFormat.CHAT;
    var body = Access.Body.json(chat ? "/chat/completions" : "/completions", json);
    long tokens = OpenAiRequests.estimate(request);
    return ways.stream()
        ? access.retries().run(call, access.endpoint(), tokens, left -> stream(call, body, left))
        : access.ask(call, tokens, body, answer -> answers.text(answer, call.notes()));
  }

  /// Media that a request refers to cannot be read.
  static Completion unreadable(CallContext call, ModelSpec spec, IOException e) {
    return new Completion.Unavailable(
        0,
        "the media of sample %s for model %s cannot be read: %s"
            .formatted(call.sample().id(), spec.id(), e.getMessage()));
  }

  private Outcome stream(CallContext call, Access.Body body, Duration left)
      throws InterruptedException {
    var stream = new ChatStream(call::part);
    call.notes().sent(body.json());
    var reply = access.send(body, left, stream::event);
    if (!(reply instanceof Reply.Arrived arrived) || !stream.begun()) {
      return access.judge(call, reply, answer -> answers.text(answer, call.notes()));
    }
    Access.requestId(arrived).ifPresent(call.notes()::requestId);
    call.notes().received(stream.whole().toString().getBytes(UTF_8));
    var lacking = stream.lacking();
    return lacking == null
        ? access
            .errors()
            .orElse(arrived, stream.whole(), answer -> answers.text(answer, call.notes()))
        : access.errors().passing("gave " + lacking);
  }

  @Override
  public Completion embed(ModelRequest.Embed request, CallContext call)
      throws InterruptedException {
    var texts = requests.prefixed(request);
    return access
        .retries()
        .run(
            call,
            left -> {
              call.attempt();
              return batches.once(texts, left, call);
            });
  }

  private EmbedBatches.Sent sendTexts(List<String> texts, Duration limit)
      throws InterruptedException {
    long tokens = OpenAiRequests.estimate(texts);
    try (var ticket = access.endpoint().enter(tokens)) {
      var body = Access.Body.json("/embeddings", requests.embeddings(texts));
      var reply = access.send(body, limit);
      var outcome =
          switch (reply) {
            case Reply.Arrived arrived ->
                access.errors().orElse(arrived, answer -> answers.vectors(answer, texts.size()));
            case Reply.Late late -> access.errors().late(late.why());
            case Reply.Broken broken -> access.errors().passing(broken.why());
          };
      ticket.ended(outcome, tokens);
      var id =
          reply instanceof Reply.Arrived arrived
              ? Access.requestId(arrived)
              : Optional.<String>empty();
      return new EmbedBatches.Sent(ticket.waited(), outcome, id.orElse(null));
    }
  }

  @Override
  public Completion likelihood(ModelRequest.Likelihood request, CallContext call)
      throws InterruptedException {
    var texts = request.continuations().stream().map(text -> request.context() + text).toList();
    var body = Access.Body.json("/completions", requests.likelihood(request, ways.likelihood()));
    return access.ask(
        call, OpenAiRequests.estimate(texts), body, answer -> answers.likelihoods(answer, request));
  }

  @Override
  public Completion transcribe(ModelRequest.Transcribe request, CallContext call)
      throws InterruptedException {
    return speech.transcribe(request, call);
  }

  @Override
  public Completion generateImages(ModelRequest.GenerateImages request, CallContext call)
      throws InterruptedException {
    return images.generate(request, call);
  }

  @Override
  public Completion editImage(ModelRequest.EditImage request, CallContext call)
      throws InterruptedException {
    return images.edit(request, call);
  }
}
