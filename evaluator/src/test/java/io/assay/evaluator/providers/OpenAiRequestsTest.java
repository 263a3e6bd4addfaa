package io.assay.evaluator.providers;

import static io.assay.evaluator.http.StubServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.http.StubServer;
import io.assay.evaluator.provider.TestPrompts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent, by format and capability.
class OpenAiRequestsTest {

  private static final String COMPLETION =
      "{\"choices\": [{\"text\": \"42\", \"finish_reason\": \"stop\"}]}";

  private final OpenAi openAi = new OpenAi();
  private final StubServer server = new StubServer(json(200, COMPLETION));

  @AfterEach
  void close() {
    openAi.close();
    server.close();
  }

  private Completion chat(String options, GenerationSettings settings) throws Exception {
    var messages =
        List.of(new ChatMessage("system", "Be brief."), new ChatMessage("user", "6 times 7?"));
    return ask(OpenAi.model(server.endpoint(), options), messages, settings);
  }

  private Completion ask(ModelSpec model, List<ChatMessage> messages, GenerationSettings settings)
      throws Exception {
    var request = new ModelRequest.GenerateText(messages, settings);
    return openAi.ask(TestPrompts.prompt(model, request, "s1", TextNode.valueOf("?"), ""));
  }

  private JsonNode sent() throws Exception {
    return ContractJson.mapper().readTree(server.seen().getLast().body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain   | Be brief.\\n\\n6 times 7?
          alpaca  | Be brief.\\n\\n### Instruction:\\n6 times 7?\\n\\n### Response:\\n
          llama-2 | [INST] <<SYS>>\\nBe brief.\\n<</SYS>>\\n\\n6 times 7? [/INST]
          """)
  void otherFormatsAreTextsToContinue(String format, String text) throws Exception {
    var answer = chat("{\"promptFormat\": \"" + format + "\"}", GenerationSettings.DEFAULTS);

    assertThat(OpenAi.text(answer)).isEqualTo("42");
    assertThat(server.seen().getLast().path()).isEqualTo("/v1/completions");
    assertThat(sent().path("prompt").textValue()).isEqualTo(text.replace("\\n", "\n"));
  }

  @Test
  void schemaNumberOfAnswersAndTheModelsOwnSettingsAreSent() throws Exception {
    var schema = ContractJson.mapper().readTree("{\"type\": \"object\"}");
    var settings = new GenerationSettings(0.5, null, null, List.of(), null, null, 3, schema);
    chat("{\"settings\": {\"temperature\": 1, \"max_tokens\": 9}}", settings);

    assertThat(sent().path("temperature").doubleValue()).isEqualTo(0.5);
    assertThat(sent().path("max_tokens").intValue()).isEqualTo(9);
    assertThat(sent().path("n").intValue()).isEqualTo(3);
    assertThat(sent().at("/response_format/json_schema/schema")).isEqualTo(schema);
    assertThat(sent().at("/response_format/type").textValue()).isEqualTo("json_schema");
  }

  @Test
  void likelihoodsByPromptLogprobs() throws Exception {
    server.close();
    String answer =
        """
        {"choices": [{"index": 0, "text": "!", "prompt_logprobs": [null,
          {"11": {"logprob": -1.5, "rank": 3, "decoded_token": " is"},
           "12": {"logprob": -0.5, "rank": 1, "decoded_token": " was"}},
          {"13": {"logprob": -0.25, "rank": 1, "decoded_token": " a"}},
          {"14": {"logprob": -0.75, "rank": 1, "decoded_token": " dog"}}]}]}
        """;
    try (var vllm = new StubServer(json(200, answer))) {
      var likelihoods =
          likelihoods(vllm, "{\"likelihood\": \"prompt-logprobs\"}", "It is", " a dog");

      assertThat(likelihoods).containsExactly(new Answer.Continuation(-1.0, 2, true));
      assertThat(vllm.seen().getFirst().body()).contains("\"prompt_logprobs\":1");
    }
  }

  @Test
  void likelihoodsByEchoedTokens() throws Exception {
    String answer =
        """
        {"choices": [{"index": 0, "logprobs": {"content": [
          {"token": "It", "logprob": null}, {"token": " is", "logprob": -2.0},
          {"token": " red", "logprob": -1.5, "top_logprobs": [{"token": " big", "logprob": -0.5}]},
          {"token": "!", "logprob": -0.1}]}}]}
        """;
    try (var echo = new StubServer(json(200, answer))) {
      assertThat(likelihoods(echo, "{}", "It is", " red"))
          .containsExactly(new Answer.Continuation(-1.5, 1, false));
    }
  }

  @Test
  void aServerThatDoesNotEchoIsRefusedWithWhatToDo() throws Exception {
    String answer =
        "{\"choices\": [{\"text\": \" 19\", \"logprobs\": {\"content\": [{\"token\": \" 19\", \"logprob\": -1}]}}]}";
    try (var llama = new StubServer(json(200, answer))) {
      var model = OpenAi.model(llama.endpoint(), "{}");
      var request = new ModelRequest.Likelihood("It is", List.of(" red"));

      assertThat(openAi.ask(TestPrompts.prompt(model, request, "s", TextNode.valueOf("?"), "")))
          .isInstanceOfSatisfying(
              Completion.Refused.class,
              r -> assertThat(r.reason()).contains("must support echo", "prompt-logprobs"));
    }
  }

  private List<Answer.Continuation> likelihoods(
      StubServer server, String options, String context, String continuation) throws Exception {
    var model = OpenAi.model(server.endpoint(), options);
    var request = new ModelRequest.Likelihood(context, List.of(continuation));
    var completion = openAi.ask(TestPrompts.prompt(model, request, "s", TextNode.valueOf("?"), ""));
    return ((Answer.Likelihoods) ((Completion.Answered) completion).answer()).continuations();
  }
}
