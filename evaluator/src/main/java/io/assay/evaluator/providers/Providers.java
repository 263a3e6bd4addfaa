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
  public static List<Provider> all(
      Secrets secrets, Endpoints endpoints, ModelClient http, Retries retries) {
    return List.of(
        new InProcessProvider(),
        new RecordedProvider(),
        new OpenAiProvider(secrets, endpoints, http, retries),
        new FakeProvider());
  }
}
