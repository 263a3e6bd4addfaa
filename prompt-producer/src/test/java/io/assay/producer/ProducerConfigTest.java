package io.assay.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.producer.support.TestConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerConfigTest {

  @Test
  void theDefaultsAreAsDocumented() {
    var config = TestConfig.of(Map.of());

    assertThat(config.providers())
        .containsExactly(
            "anthropic",
            "command",
            "fake",
            "gemini",
            "in-process",
            "mistral",
            "ollama",
            "openai",
            "recorded");
    assertThat(config.datasetRoots()).containsExactly(Path.of("/"));
    assertThat(config.datasetHosts()).containsExactly("*");
    assertThat(config.largestDownload()).isEqualTo(4L << 30);
    assertThat(config.window()).isEqualTo(1000);
    assertThat(config.batchSize()).isEqualTo(500);
    assertThat(config.unsettledAfter()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.checkedRows()).isEqualTo(200_000);
    assertThat(config.catalogDir()).isEmpty();
    assertThat(config.longestAudio()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void anUnknownKeyStopsTheStart() {
    assertThatThrownBy(() -> TestConfig.of(Map.of("assay.producer.windw", "3")))
        .hasMessageContaining("assay.producer.windw");
  }
}
