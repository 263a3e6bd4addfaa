package io.assay.evaluator;

import io.assay.contracts.event.Topics;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Turns this worker's pools into its channel's topics: `assay.evaluator.pools`, else
/// `assay.pools`.
public final class PoolTopics implements ConfigSourceFactory {

  private static final String KEY = "mp.messaging.incoming." + PromptHandler.PROMPTS + ".topics";
  private static final int BELOW_PROPERTIES = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    String pools =
        Stream.of("assay.evaluator.pools", "assay.pools")
            .map(context::getValue)
            .filter(value -> value != null && value.getValue() != null)
            .map(ConfigValue::getValue)
            .findFirst()
            .orElse("default");
    return List.of(
        new PropertiesConfigSource(
            Map.of(KEY, topics(pools)), "topics of the evaluator's pools", BELOW_PROPERTIES));
  }

  private static String topics(String pools) {
    return Stream.of(pools.split(",", -1))
        .map(String::strip)
        .filter(pool -> !pool.isEmpty())
        .map(Topics::prompts)
        .collect(Collectors.joining(","));
  }
}
