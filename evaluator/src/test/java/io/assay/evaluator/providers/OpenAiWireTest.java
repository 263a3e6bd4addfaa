package io.assay.evaluator.providers;

import static io.assay.evaluator.http.StubServer.body;
import static io.assay.evaluator.http.StubServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Completion;
import io.assay.evaluator.http.RawServer;
import io.assay.evaluator.http.StubServer;
import io.assay.evaluator.provider.TestPrompts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Differences that real servers have, on the wire and in streams.
class OpenAiWireTest {

  private static final String CHAT =
      "{\"choices\": [{\"index\": 0, \"message\": {\"content\": \"42\"}, \"finish_reason\": \"stop\"}]}";
  private static final String STREAM =
      """
      : OPENROUTER PROCESSING

      data: {"id":"x","model":"tiny-2026","choices":[{"index":0,"delta":{"role":"assistant","content":null}}]}

      data: {"choices":[{"index":0,"delta":{"reasoning_content":"six sevens"}}]}

      data: {"choices":[{"index":0,"delta":{"content":"4"}}]}

      data: {"choices":[{"index":0,"delta":{"content":"2"}}],"system_fingerprint":"b1"}

      data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

      """;
  private static final String USAGE =
      "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":22,\"completion_tokens\":8,"
          + "\"prompt_tokens_details\":{\"cached_tokens\":20},"
          + "\"completion_tokens_details\":{\"reasoning_tokens\":6}}}\n\n";
  private static final String DONE = "data: [DONE]\n\n: bye\n";
  private static final String STREAMED = "{\"stream\": true}";

  private final OpenAi openAi = new OpenAi();

  @AfterEach
  void close() {
    openAi.close();
  }

  private static byte[] packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void anAnswerInChunks() throws Exception {
    String begin = CHAT.substring(0, 20);
    String end = CHAT.substring(20);
    String chunked =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "%x\r\n%s\r\n%x;note=1\r\n%s\r\n0\r\nX-Trailer: 1\r\n\r\n"
                .formatted(begin.length(), begin, end.length(), end);
    try (var server = new RawServer(chunked)) {
      assertThat(OpenAi.text(openAi.ask(server.endpoint(), "{}"))).isEqualTo("42");
    }
  }

  @Test
  void anAnswerThatEndsWithItsConnection() throws Exception {
    try (var server = new RawServer("HTTP/1.0 200 OK\r\nContent-Type: text/json\r\n\r\n" + CHAT)) {
      assertThat(OpenAi.text(openAi.ask(server.endpoint(), "{}"))).isEqualTo("42");
    }
  }

  @Test
  void aPackedAnswer() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n";
    try (var server = new RawServer(RawServer.bytes(head, packed(CHAT)))) {
      assertThat(OpenAi.text(openAi.ask(server.endpoint(), "{}"))).isEqualTo("42");
    }
  }

  @Test
  void aPackedStream() throws Exception {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: gzip\r\n"
            + "Connection: close\r\n\r\n";
    try (var server = new RawServer(RawServer.bytes(head, packed(STREAM + DONE)))) {
      assertThat(OpenAi.text(openAi.ask(server.endpoint(), STREAMED))).isEqualTo("42");
    }
  }

  @Test
  void aStreamHasTextUsageReasoningAndTimes() throws Exception {
    try (var server = new StubServer(body(200, "text/event-stream", STREAM + USAGE + DONE))) {
      var prompt = TestPrompts.question(OpenAi.model(server.endpoint(), STREAMED), "s", "?", "");
      var call = TestPrompts.call(prompt);
      var answered = (Completion.Answered) openAi.ask(call);

      assertThat(OpenAi.text(answered)).isEqualTo("42");
      assertThat(answered.finishReason()).isEqualTo("stop");
      assertThat(answered.reportedModel()).isEqualTo("tiny-2026");
      assertThat(answered.usage()).isEqualTo(new Completion.Usage(22L, 8L, null, 20L, 6L));
      assertThat(call.untilFirstToken()).isPositive();
      assertThat(call.notes().gapMillis(0.5)).isNotNull();
      var record = call.notes().record();
      assertThat(record).isNotNull();
      assertThat(record.reasoning()).isEqualTo("six sevens");
      assertThat(record.system()).isEqualTo("b1");
      assertThat(server.seen().getFirst().body())
          .contains("\"stream\":true", "\"stream_options\":{\"include_usage\":true}");
    }
  }

  @Test
  void aStreamWithoutDoneOrUsageIsWhole() throws Exception {
    try (var server = new StubServer(body(200, "text/event-stream", STREAM))) {
      var answered = (Completion.Answered) openAi.ask(server.endpoint(), STREAMED);

      assertThat(OpenAi.text(answered)).isEqualTo("42");
      assertThat(answered.usage()).isEqualTo(Completion.Usage.UNKNOWN);
    }
  }

  @Test
  void aStreamThatEndsTooSoonIsAskedForAgain() throws Exception {
    String cut =
        STREAM.substring(0, STREAM.indexOf("data: {\"choices\":[{\"index\":0,\"delta\":{}"));
    try (var server =
        new StubServer(
            body(200, "text/event-stream", cut), body(200, "text/event-stream", STREAM))) {
      var prompt = TestPrompts.question(OpenAi.model(server.endpoint(), STREAMED), "s", "?", "");
      var call = TestPrompts.call(prompt);

      assertThat(OpenAi.text(openAi.ask(call))).isEqualTo("42");
      assertThat(call.notes().record().errors())
          .singleElement()
          .asString()
          .contains("ended before the answer did");
    }
  }

  @Test
  void anErrorInAStreamIsAnError() throws Exception {
    String error = "data: {\"error\":{\"code\":400,\"message\":\"context too long\"}}\n\n";
    try (var server = new StubServer(body(200, "text/event-stream", error))) {
      assertThat(openAi.ask(server.endpoint(), STREAMED))
          .isInstanceOfSatisfying(
              Completion.Refused.class, r -> assertThat(r.reason()).contains("context too long"));
    }
  }

  @Test
  void aServerThatDoesNotStreamIsUnderstood() throws Exception {
    try (var server = new StubServer(json(200, CHAT))) {
      assertThat(OpenAi.text(openAi.ask(server.endpoint(), STREAMED))).isEqualTo("42");
    }
  }

  @Test
  void aSilentStreamEndsAtTheLimitOfTheFirstToken() throws Exception {
    try (var server = new StubServer()) {
      server.then(exchange -> {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(": thinking\n\n".getBytes(UTF_8));
        exchange.getResponseBody().flush();
        server.silent().answer(exchange);
      });
      assertThat(openAi.ask(server.endpoint(), "{\"stream\": true, \"firstTokenTimeout\": 0.2}"))
          .isInstanceOfSatisfying(
              Completion.TimedOut.class,
              t -> assertThat(t.lastError()).contains("no answer had begun within 200 ms"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\": {\"content\": \"42\", \"reasoning_content\": \"six sevens\"}}",
        "{\"message\": {\"content\": \"42\", \"reasoning\": \"six sevens\"}}",
        "{\"message\": {\"content\": \"<think>\\nsix sevens\\n</think>\\n\\n42\"}}",
        "{\"message\": {\"content\": \"six sevens</think>42\"}}",
      })
  void whatAModelThinksIsKeptApart(String choice) throws Exception {
    try (var server = new StubServer(json(200, "{\"choices\": [" + choice + "]}"))) {
      var prompt = TestPrompts.question(OpenAi.model(server.endpoint(), "{}"), "s", "?", "");
      var call = TestPrompts.call(prompt);

      assertThat(OpenAi.text(openAi.ask(call))).isEqualTo("42");
      assertThat(call.notes().record().reasoning()).isEqualTo("six sevens");
    }
  }

  @Test
  void tagsStayWhereTheModelSaysSo() throws Exception {
    String tagged = "{\"choices\": [{\"message\": {\"content\": \"<think>a</think>42\"}}]}";
    try (var server = new StubServer(json(200, tagged))) {
      assertThat(OpenAi.text(openAi.ask(server.endpoint(), "{\"thinkTag\": \"none\"}")))
          .isEqualTo("<think>a</think>42");
    }
  }

  @Test
  void theProvidersIdAndOtherAnswersAreKept() throws Exception {
    String two =
        "{\"choices\": [{\"message\": {\"content\": \"42\"}}, {\"message\": {\"content\": \"43\"}}]}";
    try (var server = new StubServer(json(200, two, "x-request-id", "req_7"))) {
      var prompt = TestPrompts.question(OpenAi.model(server.endpoint(), "{}"), "s", "?", "");
      var call = TestPrompts.call(prompt);
      openAi.ask(call);

      assertThat(call.notes().record().requestId()).isEqualTo("req_7");
      assertThat(call.notes().record().others()).containsExactly("43");
    }
  }

  @Test
  void overloadAsAnthropicsProxiesSayItIsRetried() throws Exception {
    try (var server = new StubServer(json(529, "{\"error\": \"overloaded\"}"), json(200, CHAT))) {
      assertThat(OpenAi.text(openAi.ask(server.endpoint(), "{}"))).isEqualTo("42");
    }
  }

  @Test
  void bytesThatAreNoTextAreAnErrorOrTheMarkOfOneAndHalvesOfPairsStay() throws Exception {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
            + "{\"choices\": [{\"index\": 0, \"message\": {\"content\": \"a";
    byte[] invalid = RawServer.bytes(head, new byte[] {(byte) 0xc3, '"', '}', '}', ']', '}'});
    try (var server = new RawServer(invalid)) {
      assertThat(openAi.ask(server.endpoint(), "{}"))
          .isInstanceOfSatisfying(
              Completion.Unavailable.class, down -> assertThat(down.lastError()).isNotBlank());
    }
    try (var server =
        new StubServer(body(200, "application/json", CHAT.replace("42", "\\ud800")))) {
      assertThat(OpenAi.text(openAi.ask(server.endpoint(), "{}"))).isEqualTo("\ud800");
    }
  }
}
