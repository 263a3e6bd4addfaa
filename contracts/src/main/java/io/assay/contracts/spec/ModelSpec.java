package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a model is reached: everything that a worker needs to call it, and no secret.
///
/// @param id the model's id in jobs, topics and the catalogue, by custom `provider/model`
/// @param provider the protocol: `in-process`, `openai`, `recorded`, `fake`, …
/// @param name the model's name at the provider; the part of the id after the first slash if absent
/// @param endpoint base address of the provider's API, where it has one
/// @param apiKeyEnv the *name* of the environment variable that holds the key, resolved by the
///   worker
/// @param pool the queue whose workers serve it; `default` if absent
/// @param options what this provider understands beyond these (for example `path` of recorded
///   outputs)
/// @param price what calls cost, if known
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ModelSpec(
    String id,
    String provider,
    String name,
    @Nullable String endpoint,
    @Nullable String apiKeyEnv,
    String pool,
    Map<String, JsonNode> options,
    @Nullable Price price) {

  /// The pool of a model that names none.
  public static final String DEFAULT_POOL = "default";

  public ModelSpec {
    Require.text(id, "model id");
    Require.text(provider, "provider of model " + id);
    if (name == null || name.isBlank()) {
      name = id.substring(id.indexOf('/') + 1);
    }
    if (pool == null || pool.isBlank()) {
      pool = DEFAULT_POOL;
    }
    options = options == null ? Map.of() : Map.copyOf(options);
  }
}
