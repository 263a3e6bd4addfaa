package io.assay.evaluator.providers;

import static io.assay.evaluator.http.StubServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.TestPrompts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenAiProviderTest implements ProviderContract {

  private static final String KEY = "sk-very-secret-0123456789";
  private static final String CHAT =
      """
      {"choices": [{"finish_reason": "stop", "index": 0, "message": {"role": "assistant", "content": "42"}}],
       "model": "tiny-2026", "object": "chat.completion",
       "usage": {"completion_tokens": 8, "prompt_tokens": 22, "total_tokens": 30}}
      """;
  private static final String EMBEDDINGS =
      """
      {"model": "tiny-embed", "object": "list", "usage": {"prompt_tokens": 2, "total_tokens": 2},
       "data": [{"index": 1, "embedding": [3, 4], "object": "embedding"},
                {"index": 0, "embedding": [1, 2], "object": "embedding"}]}
      """;

  private final ModelClient http = new ModelClient(_ -> null, Duration.ofMillis(300));
  private final OpenAiProvider provider = provider(List.of("*"));
  private StubServer server = new StubServer(OpenAiProviderTest::wellBehaved);

  private OpenAiProvider provider(List<String> hosts) {
    return new OpenAiProvider(
        new Secrets(Map.of("TEST_API_KEY", KEY)::get, List.of("*")),
        new Endpoints(new NameList(hosts), Cluster.ALONE),
        http,
        new Retries(Duration.ofMillis(20), Duration.ofMillis(50)));
  }

  @AfterEach
  void close() {
    server.close();
    http.close();
  }

  private StubServer serve(StubServer.Behaviour... behaviours) {
    server.close();
    server = new StubServer(behaviours);
    return server;
  }

  @Override
  public Provider provider() {
    return provider;
  }

  @Override
  public ModelSpec goodModel() {
    return model("{}");
  }

  private static void wellBehaved(HttpExchange exchange) throws IOException, InterruptedException {
    boolean chat = exchange.getRequestURI().getPath().endsWith("/chat/completions");
    json(200, chat ? CHAT : EMBEDDINGS).answer(exchange);
  }

  private ModelSpec model(String options) {
    return TestPrompts.spec("openai", "tiny", server.endpoint(), "TEST_API_KEY", options);
  }

  private Completion ask(ModelSpec model) throws Exception {
    return ask(model, 3, Duration.ofSeconds(10));
  }

  private Completion ask(ModelSpec model, int retries, Duration limit) throws Exception {
    var prompt = TestPrompts.question(model, "s1", "What is 6 times 7?", "42");
    return Capabilities.ask(provider.open(model), TestPrompts.call(prompt, retries, limit));
  }

  private static String text(Completion completion) {
    return ((Answer.Text) ((Completion.Answered) completion).answer()).text();
  }

  private JsonNode sent(int request) throws Exception {
    return ContractJson.mapper().readTree(server.seen().get(request).body());
  }

  @Test
  void anAnswerHasTextFinishReasonUsageAndTheModelThatAnswered() throws Exception {
    serve(json(200, CHAT));

    assertThat(ask(model("{}")))
        .isEqualTo(
            new Completion.Answered(
                new Answer.Text("42"), "stop", new Completion.Usage(22L, 8L, null), "tiny-2026"));
  }

  @Test
  void usageIsPriced() throws Exception {
    serve(json(200, CHAT));
    var plain = model("{}");
    var priced =
        new ModelSpec(
            plain.id(),
            plain.provider(),
            plain.name(),
            plain.endpoint(),
            null,
            plain.pool(),
            Map.of(),
            new Price(2.0, 10.0, null, null));

    assertThat(((Completion.Answered) ask(priced)).usage().cost()).isEqualTo(124e-6);
  }

  @Test
  void missingUsageIsUnknownNotZero() throws Exception {
    serve(json(200, "{\"choices\": [{\"message\": {\"content\": \"42\"}}]}"));

    assertThat(((Completion.Answered) ask(model("{}"))).usage())
        .isEqualTo(Completion.Usage.UNKNOWN);
  }

  @Test
  void settingsMessagesAndExtraFieldsAreSent() throws Exception {
    serve(json(200, CHAT));
    var model =
        model("{\"maxTokensParameter\": \"max_completion_tokens\", \"body\": {\"top_k\": 5}}");
    var settings = new GenerationSettings(0.0, 0.9, 8, List.of("\n"), 7L, true);
    var request =
        new ModelRequest.GenerateText(
            List.of(new ChatMessage("system", "Be brief."), new ChatMessage("user", "Hi")),
            settings);
    var prompt =
        TestPrompts.prompt(model, request, "s1", ContractJson.mapper().valueToTree("Hi"), "");
    Capabilities.ask(provider.open(model), TestPrompts.call(prompt));

    assertThat(sent(0))
        .isEqualTo(
            ContractJson.mapper()
                .readTree(
                    """
                    {"model": "tiny",
                     "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi"}],
                     "temperature": 0.0, "top_p": 0.9, "max_completion_tokens": 8, "seed": 7, "logprobs": true,
                     "stop": ["\\n"], "top_k": 5}
                    """));
    assertThat(server.seen().getFirst().path()).isEqualTo("/v1/chat/completions");
    assertThat(server.seen().getFirst().authorization()).isEqualTo("Bearer " + KEY);
  }

  @Test
  void vectorsAreInTheOrderOfTheTextsWhateverTheAnswersOrder() throws Exception {
    serve(json(200, EMBEDDINGS));
    var model = model("{}");
    var call = TestPrompts.call(TestPrompts.texts(model, "a", "b"));
    var answered = (Completion.Answered) Capabilities.ask(provider.open(model), call);

    assertThat(((Answer.Vectors) answered.answer()).vectors())
        .containsExactly(Embedding.of(1, 2), Embedding.of(3, 4));
    assertThat(sent(0).path("input").toString()).isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void base64VectorsAreRead() throws Exception {
    var vector = Embedding.of(0.5f, -2);
    serve(json(200, "{\"data\": [{\"embedding\": \"%s\"}]}".formatted(vector.base64())));
    var model = model("{}");
    var call = TestPrompts.call(TestPrompts.texts(model, "a"));
    var answered = (Completion.Answered) Capabilities.ask(provider.open(model), call);

    assertThat(((Answer.Vectors) answered.answer()).vectors()).containsExactly(vector);
  }

  @Test
  void aRateLimitIsWaitedOutAsLongAsTheServerAsks() throws Exception {
    serve(json(429, "{\"error\": {\"message\": \"slow down\"}}", "retry-after-ms", "150"))
        .then(json(200, CHAT));
    long begin = System.nanoTime();

    assertThat(text(ask(model("{}")))).isEqualTo("42");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(150));
    assertThat(server.seen()).hasSize(2);
  }

  @Test
  void aWaitBeyondTheTimeLimitIsNotBegun() throws Exception {
    serve(json(429, "{\"error\": {\"message\": \"slow down\"}}", "Retry-After", "3600"));

    assertThat(ask(model("{}")))
        .isInstanceOfSatisfying(
            Completion.Unavailable.class,
            u -> assertThat(u.lastError()).contains("HTTP 429", "slow down", "wait 3600 s"));
  }

  @Test
  void serverErrorsAreRetried() throws Exception {
    serve(json(500, "{\"error\": {\"message\": \"oops\"}}")).then(json(200, CHAT));

    assertThat(text(ask(model("{}")))).isEqualTo("42");
  }

  @Test
  void whenAllAttemptsFailTheModelIsUnavailableAndTheLastErrorIsKept() throws Exception {
    serve(json(503, "{\"error\": {\"message\": \"overloaded\"}}"));

    assertThat(ask(model("{}"), 2, Duration.ofSeconds(10)))
        .isEqualTo(
            new Completion.Unavailable(
                3, "openai/tiny at " + server.endpoint() + " answered HTTP 503: overloaded"));
    assertThat(server.seen()).hasSize(3);
  }

  @Test
  void aBadRequestIsRefusedAtOnce() throws Exception {
    serve(json(400, "{\"error\": {\"message\": \"context too long\", \"code\": 400}}"));

    assertThat(ask(model("{}")))
        .isInstanceOfSatisfying(
            Completion.Refused.class, r -> assertThat(r.reason()).contains("context too long"));
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void aWrongKeyIsNotTheModelsFaultAndNamesTheVariableAlone() throws Exception {
    serve(json(401, "{\"error\": {\"message\": \"Incorrect API key provided: " + KEY + "\"}}"));

    assertThat(ask(model("{}")))
        .isInstanceOfSatisfying(
            Completion.Unavailable.class,
            u -> {
              assertThat(u.lastError()).contains("TEST_API_KEY", "***").doesNotContain(KEY);
              assertThat(u.attempts()).isEqualTo(1);
            });
  }

  @Test
  void aSpentQuotaIsNotRetried() throws Exception {
    serve(json(429, "{\"error\": {\"message\": \"no credit\", \"code\": \"insufficient_quota\"}}"));

    assertThat(ask(model("{}"))).isInstanceOf(Completion.Unavailable.class);
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void anUnknownModelIsExplained() throws Exception {
    serve(json(404, "{\"error\": {\"message\": \"model not found\"}}"));

    assertThat(ask(model("{}")))
        .isInstanceOfSatisfying(
            Completion.Unavailable.class,
            u -> assertThat(u.lastError()).contains("check the endpoint and the model's name"));
  }

  @Test
  void anErrorWithStatus200IsAnError() throws Exception {
    serve(json(200, "{\"error\": {\"code\": 502, \"message\": \"upstream\"}}"))
        .then(json(200, CHAT));

    assertThat(text(ask(model("{}")))).isEqualTo("42");
  }

  @Test
  void aWebPageIsNoAnswer() throws Exception {
    serve(
        StubServer.body(
            200, "text/html", "<html><title>Sign in</title><body>Welcome</body></html>"));

    assertThat(ask(model("{}"), 1, Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            Completion.Unavailable.class,
            u -> assertThat(u.lastError()).contains("a web page instead of JSON", "Sign in"));
  }

  @Test
  void aCutAnswerIsRetried() throws Exception {
    serve(StubServer.truncated("{\"choices\"")).then(json(200, CHAT));

    assertThat(text(ask(model("{}")))).isEqualTo("42");
  }

  @Test
  void anAnswerThatStallsIsRetried() throws Exception {
    serve();
    server.then(server.stalled("{\"choices\"")).then(json(200, CHAT));

    assertThat(text(ask(model("{}")))).isEqualTo("42");
  }

  @Test
  void aServerThatNeverAnswersTimesOut() throws Exception {
    serve();
    server.then(server.silent());

    assertThat(ask(model("{}"), 3, Duration.ofMillis(400)))
        .isInstanceOfSatisfying(
            Completion.TimedOut.class,
            t -> assertThat(t.lastError()).contains("was too slow: no complete answer within"));
  }

  @Test
  void anAttemptLimitLeavesTimeForAnotherAttempt() throws Exception {
    serve();
    server.then(server.silent()).then(json(200, CHAT));

    assertThat(text(ask(model("{\"attemptTimeout\": 0.2}")))).isEqualTo("42");
  }

  @Test
  void aContentFilterRefuses() throws Exception {
    serve(
        json(
            200,
            "{\"choices\": [{\"finish_reason\": \"content_filter\", \"message\": {\"content\": \"\"}}]}"));

    assertThat(ask(model("{}"))).isInstanceOf(Completion.Refused.class);
  }

  @Test
  void aRequestStoppedByAContentFilterRefuses() throws Exception {
    serve(json(400, "{\"error\": {\"code\": \"content_filter\", \"message\": \"policy\"}}"));

    assertThat(ask(model("{}")))
        .isInstanceOfSatisfying(
            Completion.Refused.class, r -> assertThat(r.reason()).startsWith("content filter"));
  }

  @Test
  void nullContentIsAnEmptyAnswer() throws Exception {
    serve(
        json(
            200,
            "{\"choices\": [{\"finish_reason\": \"length\", \"message\": {\"content\": null}}]}"));

    var completion = ask(model("{}"));

    assertThat(text(completion)).isEmpty();
    assertThat(((Completion.Answered) completion).finishReason()).isEqualTo("length");
  }

  @Test
  void anAnswerWithoutChoicesIsRetried() throws Exception {
    serve(json(200, "{\"choices\": []}")).then(json(200, CHAT));

    assertThat(text(ask(model("{}")))).isEqualTo("42");
  }

  @Test
  void anUnreachableServerIsNamed() throws Exception {
    serve();
    var model = model("{}");
    server.close();

    assertThat(ask(model, 1, Duration.ofSeconds(5)))
        .isInstanceOfSatisfying(
            Completion.Unavailable.class,
            u -> assertThat(u.lastError()).contains("is the server running"));
  }

  @Test
  void noMoreCallsThanPlacesAreUnderWay() throws Exception {
    serve();
    server.then(server.working(_ -> Thread.sleep(20), json(200, CHAT))); // it takes its time
    var model = model("{\"maxInFlight\": 3}");
    Callable<Completion> call = () -> ask(model);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(IntStream.range(0, 30).mapToObj(_ -> call).toList())) {
        assertThat(text(answer.get())).isEqualTo("42");
      }
    }

    assertThat(server.mostInside()).isLessThanOrEqualTo(3);
  }

  @Test
  void anUnsetKeyIsNamed() {
    var model = TestPrompts.spec("openai", "m", server.endpoint(), "NO_SUCH_KEY", "{}");

    assertThatThrownBy(() -> provider.open(model)).hasMessageContaining("NO_SUCH_KEY");
  }

  @Test
  void aHostThatIsNotAllowedIsNotCalled() {
    serve(json(200, CHAT));

    assertThatThrownBy(() -> provider(List.of("*.example.org")).open(model("{}")))
        .hasMessageContaining("127.0.0.1")
        .hasMessageContaining("assay.evaluator.allowed-hosts");
  }

  @Test
  void anEndpointThatIsNoAddressIsRefusedWithoutRepeatingIt() {
    var model = TestPrompts.spec("openai", "m", "http://user:" + KEY + "@host/v1", null, "{}");

    assertThatThrownBy(() -> provider.open(model))
        .hasMessageContaining("user or password")
        .hasMessageNotContaining(KEY);
  }
}
