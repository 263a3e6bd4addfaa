package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GenerationSettings(
    @Nullable Double temperature,
    @JsonProperty("top_p") @Nullable Double topP,
    @JsonProperty("max_tokens") @Nullable Integer maxTokens,
    @JsonProperty("stop_seqs") List<String> stopSeqs,
    @Nullable Long seed,
    @Nullable Boolean logprobs) {

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
  }
}
