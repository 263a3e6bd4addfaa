package io.assay.scorer.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.sandbox.Sandbox;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SandboxReadinessTest {

  private final SandboxReadiness readiness = new SandboxReadiness();

  private @Nullable Object said() {
    return readiness.call().getData().map(Map::copyOf).orElseThrow().get("sandbox");
  }

  @Test
  void theScorerIsReadyWhateverBecomesOfTheTrialWhoseResultIsSaid() {
    assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);

    await().atMost(Duration.ofSeconds(60)).until(() -> !"is being tried".equals(said()));

    assertThat(said()).isEqualTo(Sandbox.unavailableHere().orElse("works"));
    assertThat(readiness.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
  }
}
