package io.assay.evaluator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.blobs.NoBlobStore;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Sample;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prompts, specs and calls for tests.
public final class TestPrompts {

  private TestPrompts() {}

  /// A model of a provider, with options as JSON.
  public static ModelSpec model(String provider, String name, String options) {
    return spec(provider, name, null, null, options);
  }

  /// A model behind an endpoint.
  public static ModelSpec spec(
      String provider,
      String name,
      @Nullable String endpoint,
      @Nullable String keyEnv,
      String options) {
    Map<String, JsonNode> map =
        ContractJson.mapper()
            .convertValue(
                json(options),
                ContractJson.mapper()
                    .getTypeFactory()
                    .constructMapType(Map.class, String.class, JsonNode.class));
    return new ModelSpec(
        provider + "/" + name, provider, name, endpoint, keyEnv, "default", map, null);
  }

  /// One question about a sample.
  public static Prompt question(ModelSpec model, String sampleId, String text, String target) {
    return prompt(
        model,
        new ModelRequest.GenerateText(
            List.of(new ChatMessage("user", text)), GenerationSettings.DEFAULTS),
        sampleId,
        TextNode.valueOf(text),
        target);
  }

  /// Texts to embed.
  public static Prompt texts(ModelSpec model, String... texts) {
    return prompt(
        model,
        new ModelRequest.Embed(List.of(texts), "text"),
        "s1",
        ContractJson.mapper().valueToTree(texts),
        "");
  }

  /// Any request.
  public static Prompt prompt(
      ModelSpec model, ModelRequest request, String sampleId, JsonNode input, String target) {
    return new Prompt(
        new SampleKey("job-1", model.id(), "task", sampleId, 1),
        "open-question",
        model,
        request,
        new Sample(sampleId, input, TextNode.valueOf(target), null, Map.of()),
        List.of(new MetricSpec("exact_match", "exact_match", Map.of())),
        null,
        null,
        Instant.now());
  }

  /// A call with three retries and ten seconds.
  public static CallContext call(Prompt prompt) {
    return call(prompt, 3, Duration.ofSeconds(10));
  }

  /// A call.
  public static CallContext call(Prompt prompt, int retries, Duration limit) {
    return new CallContext(prompt, retries, limit, () -> false, new NoBlobStore());
  }

  private static JsonNode json(String text) {
    try {
      return ContractJson.mapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
