package io.assay.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.blobs.FolderBlobStore;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.http.Cluster;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.http.StubServer;
import io.assay.evaluator.http.StubServer.Behaviour;
import io.assay.evaluator.provider.Models;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.provider.TestPrompts;
import io.assay.evaluator.providers.Commands;
import io.assay.evaluator.providers.Endpoints;
import io.assay.evaluator.providers.Providers;
import io.assay.evaluator.telemetry.CallTelemetry;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A key goes to its model and nowhere else, even where a server sends it back.
class SecretsStaySecretTest {

  private static final String KEY = "sk-live-4815162342-abcdef";

  @TempDir Path folder;

  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord log) {
          logged.add(log.getMessage() + " " + log.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Logger root = Logger.getLogger("");
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @BeforeEach
  void listen() {
    recorder.setLevel(Level.ALL);
    root.addHandler(recorder);
  }

  @AfterEach
  void leave() {
    root.removeHandler(recorder);
  }

  static Stream<Behaviour> servers() {
    String echo = "{\"error\": {\"message\": \"Incorrect API key provided: Bearer " + KEY + "\"}}";
    return Stream.of(
        StubServer.json(401, echo),
        StubServer.json(500, echo),
        StubServer.json(400, echo),
        StubServer.json(200, echo),
        StubServer.json(200, "{\"choices\": [{\"message\": {\"content\": \"42\"}}]}"),
        StubServer.body(403, "text/html", "<html>no: " + KEY + "</html>"),
        StubServer.body(200, "text/plain", KEY),
        StubServer.truncated(KEY));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whateverTheServerSays(Behaviour behaviour) throws Exception {
    try (var server = new StubServer(behaviour)) {
      evaluate(TestPrompts.spec("openai", "m", server.endpoint(), "MODEL_API_KEY", "{}"));

      assertThat(server.seen().getFirst().authorization()).isEqualTo("Bearer " + KEY);
    }
  }

  @Test
  void whenNobodyListens() throws Exception {
    evaluate(TestPrompts.spec("openai", "m", "http://127.0.0.1:9/v1", "MODEL_API_KEY", "{}"));
  }

  private void evaluate(ModelSpec model) throws Exception {
    var secrets = new Secrets(Map.of("MODEL_API_KEY", KEY)::get, List.of("*"));
    try (var http = new ModelClient(_ -> null, Duration.ofSeconds(1));
        var models =
            new Models(
                Providers.all(
                    secrets,
                    new Endpoints(new NameList(List.of("*")), Cluster.ALONE),
                    http,
                    new Retries(Duration.ofMillis(1), Duration.ofMillis(1)),
                    Commands.NONE),
                2)) {
      var config =
          new SmallRyeConfigBuilder()
              .addDefaultInterceptors()
              .withMapping(EvaluatorConfig.class)
              .withDefaultValue("assay.evaluator.keep-exchanges", "all")
              .build()
              .getConfigMapping(EvaluatorConfig.class);
      var evaluation =
          new Evaluation(
              models,
              new Cancellations(),
              config,
              new Worker(),
              new CallMeters(registry),
              new FolderBlobStore(folder, 1 << 20),
              new KeptExchanges(config, secrets),
              new CallTelemetry(OpenTelemetry.noop()));
      var output = evaluation.evaluate(TestPrompts.question(model, "s1", "?", "42"), 1);

      try (var kept = Files.walk(folder)) {
        for (var file : kept.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file)).doesNotContain(KEY);
        }
      }
      assertThat(ContractJson.mapper().writeValueAsString(output)).doesNotContain(KEY);
      assertThat(output.toString()).doesNotContain(KEY);
    }
    assertThat(logged).noneMatch(line -> line.contains(KEY));
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .noneMatch(id -> id.toString().contains(KEY));
  }
}
