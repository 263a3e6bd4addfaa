package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.http.Outcome;
import io.assay.evaluator.http.Reply;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.TextGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A model that LangChain4j knows the protocol of; the calls are ours.
///
/// @param chat made at the first use: nothing slow happens before
record LangChainModel(ModelSpec spec, Access access, LangChainChat chats, Supplier<ChatModel> chat)
    implements TextGenerator {

  @Override
  public Completion generate(ModelRequest.GenerateText request, CallContext call)
      throws InterruptedException {
    try {
      var asked = chats.request(request, call.blobs());
      return access
          .retries()
          .run(
              call,
              access.endpoint(),
              OpenAiRequests.estimate(request),
              left ->
                  judge(
                      attempt(left, json -> chats.amended(json, request.settings())),
                      () -> chat.get().chat(asked),
                      read -> answered(read.value(), read.body(), call),
                      access,
                      call));
    } catch (IOException e) {
      return OpenAiModel.unreadable(call, spec, e);
    }
  }

  private static LangChainHttp.Attempt attempt(
      Duration left, java.util.function.UnaryOperator<String> amend) {
    return new LangChainHttp.Attempt(left, amend);
  }

  /// What LangChain4j made of an answer, and the answer as it came.
  record Read<T>(T value, JsonNode body) {}

  /// Runs an attempt and judges it by the server's own words, whatever LangChain4j makes of them.
  static <T> Outcome judge(
      LangChainHttp.Attempt attempt,
      Supplier<T> ask,
      Function<Read<T>, Outcome> answered,
      Access access,
      @Nullable CallContext call)
      throws InterruptedException {
    var value = new AtomicReference<@Nullable T>();
    RuntimeException failure = null;
    try {
      attempt.run(() -> value.set(ask.get()));
    } catch (RuntimeException e) { // LangChain4j has no one type for what it cannot read or send
      failure = e;
    }
    if (attempt.reply() == null) {
      return notSent(Objects.requireNonNull(failure), access);
    }
    var unread = access.errors().passing("gave an answer that cannot be read: " + failure);
    return switch (attempt.reply()) {
      case Reply.Arrived arrived -> {
        if (call != null) {
          Access.requestId(arrived).ifPresent(call.notes()::requestId);
          call.notes().sent(attempt.sent());
          call.notes().received(arrived.body());
        }
        T read = value.get();
        yield read != null && failure == null
            ? answered.apply(new Read<>(read, json(arrived.body())))
            : access.errors().orElse(arrived, _ -> unread);
      }
      case Reply.Late late -> access.errors().late(late.why());
      case Reply.Broken broken -> access.errors().passing(broken.why());
      case null -> throw new IllegalStateException("no reply");
    };
  }

  private static Outcome notSent(RuntimeException failure, Access access) {
    return new Outcome.Settled(
        new Completion.Refused(
            access
                .errors()
                .sentence("cannot be asked this", String.valueOf(failure.getMessage()))));
  }

  private static JsonNode json(byte[] body) {
    try {
      return ContractJson.mapper().readTree(body);
    } catch (IOException _) {
      return MissingNode.getInstance(); // LangChain4j could read it, so it is JSON
    }
  }

  private Outcome answered(ChatResponse response, JsonNode body, CallContext call) {
    if (response.finishReason() == FinishReason.CONTENT_FILTER) {
      return new Outcome.Settled(
          new Completion.Refused("the provider's content filter stopped the answer"));
    }
    call.notes().reasoning(response.aiMessage().thinking());
    String text = Objects.requireNonNullElse(response.aiMessage().text(), "");
    var usage = usage(response.tokenUsage(), body);
    return new Outcome.Settled(
        new Completion.Answered(
            new Answer.Text(text),
            response.finishReason() == null
                ? null
                : response.finishReason().name().toLowerCase(Locale.ROOT),
            usage,
            response.modelName()));
  }

  /// Cached and reasoning tokens are where each protocol has them. Anthropic counts cached tokens
  /// apart from the others.
  private Completion.Usage usage(@Nullable TokenUsage tokens, JsonNode body) {
    long read = body.at("/usage/cache_read_input_tokens").asLong();
    long written = body.at("/usage/cache_creation_input_tokens").asLong();
    long cached = read + body.at("/usageMetadata/cachedContentTokenCount").asLong();
    long thought = body.at("/usageMetadata/thoughtsTokenCount").asLong();
    Long input = tokens == null ? null : number(tokens.inputTokenCount());
    Long output = tokens == null ? null : number(tokens.outputTokenCount());
    return Prices.usage(
        spec.price(),
        input == null ? null : Long.valueOf(input + read + written),
        output,
        cached == 0 ? null : Long.valueOf(cached),
        thought == 0 ? null : Long.valueOf(thought));
  }

  private static @Nullable Long number(@Nullable Integer count) {
    return count == null ? null : Long.valueOf(count);
  }
}
