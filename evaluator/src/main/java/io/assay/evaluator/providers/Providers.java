package io.assay.evaluator.providers;

import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Provider;
import io.assay.evaluator.provider.Secrets;
import java.util.List;

/// Every provider there is. A test holds this list to the folder.
public final class Providers {

  private Providers() {}

  /// All of them.
  ///
  /// @param secrets where keys come from
  /// @param endpoints the servers that are called
  /// @param http shared by all that speak HTTP; closed by whoever made it
  /// @param retries how failed calls are repeated
  /// @param commands which programs may be run
  public static List<Provider> all(
      Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries, Commands commands) {
    return List.of(
        new InProcessProvider(),
        new RecordedProvider(),
        new OpenAiProvider(secrets, endpoints, http, retries),
        new AnthropicProvider(secrets, endpoints, http, retries),
        new GeminiProvider(secrets, endpoints, http, retries),
        new MistralProvider(secrets, endpoints, http, retries),
        new OllamaProvider(secrets, endpoints, http, retries),
        new CommandProvider(commands),
        new FakeProvider());
  }
}
