package io.assay.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorConfigTest {

  private static EvaluatorConfig config(Map<String, String> given) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(given, "test", 100))
        .withMapping(EvaluatorConfig.class)
        .build()
        .getConfigMapping(EvaluatorConfig.class);
  }

  @Test
  void theDefaultsAreThese() {
    var config = config(Map.of());

    assertThat(config.pools()).containsExactly("default");
    assertThat(config.maxInFlight()).isEqualTo(256);
    assertThat(config.callTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.stallTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.maxRetries()).isEqualTo(3);
    assertThat(config.allowedHosts()).containsExactly("*");
    assertThat(config.allowedKeyEnvs()).containsExactly("*");
    assertThat(config.maxOpenModels()).isEqualTo(64);
  }

  @Test
  void anUnknownKeyStopsTheStart() {
    assertThatThrownBy(() -> config(Map.of("assay.evaluator.max-inflight", "3")))
        .hasMessageContaining("assay.evaluator.max-inflight");
  }
}
