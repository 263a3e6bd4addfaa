package io.assay.evaluator.providers;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Cluster;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.Capabilities;
import io.assay.evaluator.provider.Model;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.TestPrompts;
import io.assay.evaluator.provider.UnusableModelException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The provider `openai` of one worker, for tests.
final class OpenAi implements AutoCloseable {

  static final String KEY = "sk-very-secret-0123456789";

  private final ModelClient http = new ModelClient(_ -> null, Duration.ofMillis(500));
  private final OpenAiProvider provider;

  OpenAi() {
    this(Cluster.ALONE);
  }

  OpenAi(Cluster cluster) {
    provider =
        new OpenAiProvider(
            new Secrets(Map.of("TEST_API_KEY", KEY)::get, List.of("*")),
            new Endpoints(new NameList(List.of("*")), cluster),
            http,
            new Retries(Duration.ofMillis(10), Duration.ofMillis(20)));
  }

  /// A model of a server, without a key.
  static ModelSpec model(String endpoint, String options) {
    return TestPrompts.spec("openai", "tiny", endpoint, null, options);
  }

  Model open(ModelSpec model) throws UnusableModelException {
    return provider.open(model);
  }

  /// Asks once.
  Completion ask(String endpoint, String options) throws Exception {
    return ask(TestPrompts.question(model(endpoint, options), "s1", "What is 6 times 7?", "42"));
  }

  Completion ask(Prompt prompt) throws Exception {
    return ask(TestPrompts.call(prompt, 1, Duration.ofSeconds(10)));
  }

  Completion ask(CallContext call) throws Exception {
    return Capabilities.ask(open(call.prompt().model()), call);
  }

  static String text(Completion completion) {
    return completion instanceof Completion.Answered(Answer.Text(var text), _, _, _)
        ? text
        : completion.toString();
  }

  @Override
  public void close() {
    http.close();
  }
}
