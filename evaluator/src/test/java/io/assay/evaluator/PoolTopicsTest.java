package io.assay.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolTopicsTest {

  private static String topics(Map<String, String> config) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(config, "test", 100))
        .withSources(new PoolTopics())
        .build()
        .getValue("mp.messaging.incoming.evaluator-prompts.topics", String.class);
  }

  @Test
  void withoutPoolsItIsTheDefaultOne() {
    assertThat(topics(Map.of())).isEqualTo("assay.prompts.default");
  }

  @Test
  void aWorkerServesAllPoolsUnlessItNamesItsOwn() {
    assertThat(topics(Map.of("assay.pools", "default, gpu")))
        .isEqualTo("assay.prompts.default,assay.prompts.gpu");
    assertThat(topics(Map.of("assay.pools", "default,gpu", "assay.evaluator.pools", "gpu")))
        .isEqualTo("assay.prompts.gpu");
  }
}
