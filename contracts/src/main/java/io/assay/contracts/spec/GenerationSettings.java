package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a model is asked to generate. Absent settings are the provider's own defaults.
///
/// @param temperature sampling temperature, 0 or more
/// @param topP nucleus sampling mass in (0, 1]
/// @param maxTokens longest answer, in the model's tokens
/// @param stopSeqs texts that end the answer
/// @param seed the provider's sampling seed; epochs add their number to it
/// @param logprobs whether token log-probabilities are asked for
/// @param choices how many answers one call gives; the first one is judged, the others are kept
/// @param jsonSchema the JSON schema that the answer must meet, for models that can be held to one
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GenerationSettings(
    @Nullable Double temperature,
    @JsonProperty("top_p") @Nullable Double topP,
    @JsonProperty("max_tokens") @Nullable Integer maxTokens,
    @JsonProperty("stop_seqs") List<String> stopSeqs,
    @Nullable Long seed,
    @Nullable Boolean logprobs,
    @JsonProperty("n") @Nullable Integer choices,
    @JsonProperty("json_schema") @Nullable JsonNode jsonSchema) {

  /// The provider's defaults throughout.
  public static final GenerationSettings DEFAULTS =
      new GenerationSettings(null, null, null, List.of(), null, null);

  public GenerationSettings {
    stopSeqs = stopSeqs == null ? List.of() : List.copyOf(stopSeqs);
    if (temperature != null && temperature < 0) {
      throw new IllegalArgumentException("temperature is " + temperature + ", expected 0 or more");
    }
    if (topP != null && (topP <= 0 || topP > 1)) {
      throw new IllegalArgumentException("top_p is " + topP + ", expected a number in (0, 1]");
    }
    if (maxTokens != null) {
      Require.atLeast(1, maxTokens, "max_tokens");
    }
    if (choices != null) {
      Require.atLeast(1, choices, "n");
    }
    if (jsonSchema != null && !jsonSchema.isObject()) {
      throw new IllegalArgumentException("json_schema is " + jsonSchema + ", expected an object");
    }
  }

  /// One answer, of any form.
  public GenerationSettings(
      @Nullable Double temperature,
      @Nullable Double topP,
      @Nullable Integer maxTokens,
      List<String> stopSeqs,
      @Nullable Long seed,
      @Nullable Boolean logprobs) {
    this(temperature, topP, maxTokens, stopSeqs, seed, logprobs, null, null);
  }

  /// These with another seed.
  public GenerationSettings withSeed(@Nullable Long other) {
    return new GenerationSettings(
        temperature, topP, maxTokens, stopSeqs, other, logprobs, choices, jsonSchema);
  }
}
