package io.assay.scorer.score;

import io.assay.sandbox.Sandbox;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/// Says whether programs of models can be run here. Where they cannot this scorer is ready all the
/// same: other outputs need no sandbox, and those that do are settled with the reason.
@Readiness
@Singleton
class SandboxReadiness implements HealthCheck {

  private @Nullable CompletableFuture<String> tried;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("scorer: programs of models")
        .withData("sandbox", trial().getNow("is being tried"))
        .up()
        .build();
  }

  /// The trial takes some 0.2 s: it is made once, when somebody asks, and nobody waits for it.
  private synchronized CompletableFuture<String> trial() {
    if (tried == null) {
      tried = new CompletableFuture<>();
      var result = tried;
      Thread.ofVirtual()
          .name("scorer-sandbox-trial")
          .start(() -> result.complete(Sandbox.unavailableHere().orElse("works")));
    }
    return tried;
  }
}
