package io.assay.workqueue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/// A channel's attributes, read once. Kafka's own settings come from `kafka.*` and from the
/// channel, which wins.
record ChannelConfig(
    String channel,
    QueueSettings settings,
    Map<String, Object> kafka,
    Deserializer<?> valueDeserializer) {

  private static final String KAFKA_PREFIX = "kafka.";
  private static final String VALUE_DESERIALIZER = "value.deserializer";

  /// Set by the queue itself.
  private static final List<String> OURS = List.of("key.deserializer", VALUE_DESERIALIZER);

  /// @throws IllegalArgumentException naming the channel and the attribute that is wrong
  static ChannelConfig of(Config config) {
    var channel = config.getValue("channel-name", String.class);
    try {
      return new ChannelConfig(
          channel, settings(config, channel), kafka(config, channel), deserializer(config));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Channel " + channel + ": " + e.getMessage(), e);
    }
  }

  private static QueueSettings settings(Config config, String channel) {
    int maxInFlight =
        optional(config, "max-in-flight", Integer.class, QueueSettings.DEFAULT_MAX_IN_FLIGHT);
    int batch = optional(config, "batch", Integer.class, QueueSettings.defaultBatch(maxInFlight));
    int lanes =
        optional(config, "lanes", Integer.class, QueueSettings.defaultLanes(maxInFlight, batch));
    var lock = duration(config, "lock", QueueSettings.DEFAULT_LOCK);
    return new QueueSettings(
        topics(optional(config, "topics", String.class, channel)),
        optional(config, "group.id", String.class, channel),
        lanes,
        batch,
        maxInFlight,
        lock,
        duration(config, "renew-every", QueueSettings.defaultRenewEvery(lock)),
        optional(config, "delivery-limit", Integer.class, QueueSettings.DEFAULT_DELIVERY_LIMIT),
        duration(config, "stop-grace", QueueSettings.DEFAULT_STOP_GRACE));
  }

  private static List<String> topics(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  private static <T> T optional(Config config, String name, Class<T> type, T absent) {
    return config.getOptionalValue(name, type).orElse(absent);
  }

  private static Duration duration(Config config, String name, Duration absent) {
    return config.getOptionalValue(name, String.class).map(t -> parse(name, t)).orElse(absent);
  }

  /// `500ms`, `15s`, `2m` or ISO 8601.
  private static Duration parse(String name, String text) {
    var t = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (t.endsWith("ms")) {
        return Duration.ofMillis(Long.parseLong(t.substring(0, t.length() - 2)));
      }
      return Duration.parse(t.startsWith("p") ? t : "pt" + t);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          name + " is " + text + ", must be a duration such as 500ms, 15s or PT15S", e);
    }
  }

  private static Map<String, Object> kafka(Config config, String channel) {
    var kafka = new HashMap<String, Object>();
    var all = ConfigProvider.getConfig();
    for (var name : ConsumerConfig.configNames()) {
      if (!OURS.contains(name)) {
        all.getOptionalValue(KAFKA_PREFIX + name, String.class)
            .ifPresent(value -> kafka.put(name, value));
        config.getOptionalValue(name, String.class).ifPresent(value -> kafka.put(name, value));
      }
    }
    kafka.putIfAbsent("bootstrap.servers", "localhost:9092");
    kafka.putIfAbsent("client.id", channel);
    return kafka;
  }

  private static Deserializer<?> deserializer(Config config) {
    var name = config.getOptionalValue(VALUE_DESERIALIZER, String.class);
    if (name.isEmpty()) {
      return new ByteArrayDeserializer();
    }
    try {
      return (Deserializer<?>) Utils.newInstance(name.get(), Deserializer.class);
    } catch (ClassNotFoundException | RuntimeException e) {
      throw new IllegalArgumentException(
          VALUE_DESERIALIZER + " is " + name.get() + ", must be a class that is a Deserializer", e);
    }
  }
}
