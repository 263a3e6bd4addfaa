package io.assay.evaluator.providers;

import static io.assay.evaluator.http.StubServer.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.Price;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.http.Cluster;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.http.StubServer;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.TestPrompts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What every provider by LangChain4j keeps, against a server that speaks its protocol. Does not
/// assert that the real one does.
abstract class LangChainContract implements ProviderContract {

  static final String KEY = "sk-very-secret-0123456789";

  private final ModelClient http = new ModelClient(_ -> null, Duration.ofMillis(500));
  private StubServer server = new StubServer(this::wellBehaved);
  private Provider provider =
      open(
          new Secrets(Map.of("TEST_API_KEY", KEY)::get, List.of("*")),
          new Endpoints(new NameList(List.of("*")), Cluster.ALONE),
          http,
          new Retries(Duration.ofMillis(10), Duration.ofMillis(20)));

  abstract Provider open(Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries);

  /// What a server answers to "What is 6 times 7?" with 22 tokens read and 8 written: `42`.
  abstract String chat();

  /// Vectors (1, 2) and (3, 4); empty where the protocol has none.
  abstract String vectors();

  /// Where a request has its seed; empty where it has none.
  abstract String seedPath();

  /// How an unknown model is reported.
  abstract String unknownModel();

  /// Whether there is a key.
  abstract boolean hasKey();

  @AfterEach
  void close() {
    server.close();
    http.close();
  }

  @Override
  public Provider provider() {
    return provider;
  }

  @Override
  public ModelSpec goodModel() {
    return model("{}");
  }

  private ModelSpec model(String options) {
    String root = server.endpoint().replace("/v1", "");
    return TestPrompts.spec(
        provider.name(), "tiny", root, hasKey() ? "TEST_API_KEY" : null, options);
  }

  private void wellBehaved(HttpExchange exchange) throws IOException, InterruptedException {
    boolean embeds =
        exchange.getRequestURI().getPath().toLowerCase(java.util.Locale.ROOT).contains("embed");
    json(200, embeds ? vectors() : chat()).answer(exchange);
  }

  private void serve(StubServer.Behaviour... behaviours) {
    server.close();
    server = new StubServer(behaviours);
  }

  private CallContext call(ModelSpec model, GenerationSettings settings) {
    var request =
        new ModelRequest.GenerateText(
            List.of(new ChatMessage("system", "Be brief."), new ChatMessage("user", "6 times 7?")),
            settings);
    return TestPrompts.call(
        TestPrompts.prompt(model, request, "s1", TextNode.valueOf("?"), "42"),
        1,
        Duration.ofSeconds(20));
  }

  private Completion ask(CallContext call) throws Exception {
    return Capabilities.ask(provider.open(call.prompt().model()), call);
  }

  private Completion ask() throws Exception {
    return ask(call(model("{}"), GenerationSettings.DEFAULTS));
  }

  private JsonNode sent() throws Exception {
    return ContractJson.mapper().readTree(server.seen().getLast().body());
  }

  @Test
  void anAnswerHasTextTokensAndTheProvidersId() throws Exception {
    serve(json(200, chat(), "request-id", "req_7"));
    var call = call(model("{}"), GenerationSettings.DEFAULTS);
    var answered = (Completion.Answered) ask(call);

    assertThat(answered.answer()).isEqualTo(new Answer.Text("42"));
    assertThat(answered.usage().inputTokens()).isEqualTo(22);
    assertThat(answered.usage().outputTokens()).isEqualTo(8);
    assertThat(answered.finishReason()).isEqualTo("stop");
    assertThat(requireNonNull(call.notes().record()).requestId()).isEqualTo("req_7");
  }

  @Test
  void settingsSeedAndExtraFieldsAreSent() throws Exception {
    var settings = new GenerationSettings(0.25, 0.75, 77, List.of("STOP"), 7L, null);
    ask(call(model("{\"body\": {\"further\": 5}}"), settings));

    String body = server.seen().getLast().body();
    assertThat(body).contains("Be brief.", "6 times 7?", "0.25", "0.75", "77", "STOP", "further");
    if (!seedPath().isEmpty()) {
      assertThat(sent().at(seedPath()).longValue()).isEqualTo(7);
    }
  }

  @Test
  void aKeyIsSentAndNotRepeated() throws Exception {
    assumeTrue(hasKey(), "it has no key");
    serve(json(401, "{\"error\": {\"message\": \"bad key " + KEY + "\"}}"));

    assertThat(ask())
        .isInstanceOfSatisfying(
            Completion.Unavailable.class,
            u -> assertThat(u.lastError()).contains("TEST_API_KEY", "***").doesNotContain(KEY));
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void aMissingKeyIsNamedBeforeAnyCall() {
    assumeTrue(hasKey(), "it has no key");
    var model = TestPrompts.spec(provider.name(), "tiny", server.endpoint(), null, "{}");

    assertThatThrownBy(() -> provider.open(model)).hasMessageContaining("apiKeyEnv");
  }

  @Test
  void aRateLimitIsWaitedOut() throws Exception {
    serve(
        json(429, "{\"error\": {\"message\": \"slow\"}}", "retry-after-ms", "50"),
        json(200, chat()));

    assertThat(ask()).isInstanceOf(Completion.Answered.class);
    assertThat(server.seen()).hasSize(2);
  }

  @Test
  void anUnknownModelIsExplained() throws Exception {
    serve(json(404, unknownModel()));

    assertThat(ask())
        .isInstanceOfSatisfying(
            Completion.Unavailable.class,
            u ->
                assertThat(u.lastError())
                    .contains("tiny", "check the endpoint and the model's name"));
  }

  @Test
  void aWebPageIsNoAnswer() throws Exception {
    serve(StubServer.body(200, "text/html", "<html><title>Sign in</title></html>"));

    assertThat(ask())
        .isInstanceOfSatisfying(
            Completion.Unavailable.class, u -> assertThat(u.lastError()).contains("Sign in"));
  }

  @Test
  void aCancelledCallEnds() throws Exception {
    serve();
    server.then(server.silent());
    var call = call(model("{}"), GenerationSettings.DEFAULTS);
    var model = provider.open(call.prompt().model());
    var interrupted = new java.util.concurrent.CompletableFuture<Boolean>();
    var thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Capabilities.ask(model, call);
                interrupted.complete(false);
              } catch (InterruptedException _) {
                interrupted.complete(true);
              }
            });
    org.awaitility.Awaitility.await().until(() -> server.seen().size() == 1);
    thread.interrupt();

    assertThat(interrupted.get(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void vectorsAreInTheOrderOfTheTexts() throws Exception {
    assumeTrue(!vectors().isEmpty(), "it has no vectors");
    var model = model("{}");
    var answered = (Completion.Answered) ask(TestPrompts.call(TestPrompts.texts(model, "a", "b")));

    assertThat(((Answer.Vectors) answered.answer()).vectors())
        .containsExactly(Embedding.of(1, 2), Embedding.of(3, 4));
  }

  @Test
  void usageIsPriced() throws Exception {
    var plain = model("{}");
    var priced =
        new ModelSpec(
            plain.id(),
            plain.provider(),
            plain.name(),
            plain.endpoint(),
            plain.apiKeyEnv(),
            plain.pool(),
            Map.of(),
            new Price(2.0, 10.0, null, null));

    assertThat(
            ((Completion.Answered) ask(call(priced, GenerationSettings.DEFAULTS))).usage().cost())
        .isEqualTo(124e-6);
  }
}
