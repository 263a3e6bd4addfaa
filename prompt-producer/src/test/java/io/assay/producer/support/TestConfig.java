package io.assay.producer.support;

import io.assay.producer.ProducerConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// The configuration as it is without any setting, or with few.
public final class TestConfig {

  private TestConfig() {}

  /// The defaults, changed.
  ///
  /// @param settings keys under `assay.producer`
  public static ProducerConfig of(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(ProducerConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", 1000))
        .build()
        .getConfigMapping(ProducerConfig.class);
  }
}
