package io.assay.evaluator.providers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.http.StubServer;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.TestPrompts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Texts of several samples in one request.
class EmbedBatchesTest {

  private static final String BAD = "bad";

  private final ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();
  private final OpenAi openAi = new OpenAi();
  private final StubServer server = new StubServer(this::answer);

  @AfterEach
  void close() {
    openAi.close();
    server.close();
  }

  /// A vector is the text's number; a token is a character.
  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    JsonNode input = ContractJson.mapper().readTree(server.seen().getLast().body()).path("input");
    sizes.add(input.size());
    var answer = ContractJson.mapper().createObjectNode();
    var data = answer.putArray("data");
    int tokens = 0;
    for (JsonNode text : input) {
      if (text.textValue().equals(BAD)) {
        StubServer.json(400, "{\"error\": {\"message\": \"cannot be empty\"}}").answer(exchange);
        return;
      }
      tokens += text.textValue().length();
      data.addObject()
          .put("index", data.size() - 1)
          .putArray("embedding")
          .add(Integer.parseInt(text.textValue()));
    }
    answer.putObject("usage").put("prompt_tokens", tokens);
    StubServer.json(200, answer.toString()).answer(exchange);
  }

  private List<Completion> askAll(String options, List<String> texts) throws Exception {
    ModelSpec spec = OpenAi.model(server.endpoint(), options);
    var model = openAi.open(spec);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Completion>> calls =
          texts.stream()
              .<Callable<Completion>>map(text ->
                  () -> Capabilities.ask(model, TestPrompts.call(TestPrompts.texts(spec, text))))
              .toList();
      return threads.invokeAll(calls).stream().map(java.util.concurrent.Future::resultNow).toList();
    }
  }

  private static float vector(Completion completion) {
    return ((Answer.Vectors) ((Completion.Answered) completion).answer())
        .vectors()
        .getFirst()
        .at(0);
  }

  @Test
  void samplesShareRequestsAndEachGetsItsOwn() throws Exception {
    var texts = IntStream.range(100, 150).mapToObj(Integer::toString).toList();
    var answers = askAll("{\"batchSize\": 16, \"batchDelayMs\": 50, \"maxInFlight\": 1}", texts);

    for (int i = 0; i < texts.size(); i++) {
      assertThat(vector(answers.get(i))).isEqualTo(100 + i);
      assertThat(((Completion.Answered) answers.get(i)).usage().inputTokens()).isEqualTo(3);
    }
    assertThat(sizes).hasSizeLessThan(25).allMatch(size -> size <= 16);
  }

  @Test
  void oneBadTextFailsAlone() throws Exception {
    var answers = askAll("{\"batchDelayMs\": 50}", List.of("1", BAD, "3"));

    assertThat(vector(answers.get(0))).isEqualTo(1);
    assertThat(answers.get(1)).isInstanceOf(Completion.Refused.class);
    assertThat(vector(answers.get(2))).isEqualTo(3);
  }

  @Test
  void aModelMaySendEachSampleAlone() throws Exception {
    askAll("{\"batchSize\": 1}", List.of("1", "2", "3"));

    assertThat(sizes).containsExactly(1, 1, 1);
  }

  @Test
  void manyTextsOfOneSampleStayTogether() throws Exception {
    var spec = OpenAi.model(server.endpoint(), "{\"batchSize\": 2}");
    var answer = openAi.ask(TestPrompts.texts(spec, "1", "2", "3"));

    assertThat(((Answer.Vectors) ((Completion.Answered) answer).answer()).vectors())
        .containsExactly(Embedding.of(1), Embedding.of(2), Embedding.of(3));
  }
}
