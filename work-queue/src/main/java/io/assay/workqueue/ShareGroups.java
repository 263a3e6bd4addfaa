package io.assay.workqueue;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidRequestException;

/// What must be true of the broker before records are taken, asked and set through Kafka's Admin.
final class ShareGroups implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ShareGroups.class.getName());
  private static final String FEATURE = "share.version";
  private static final long ANSWER_SECONDS = 30;

  private final Admin admin;
  private final String brokers;

  ShareGroups(Map<String, Object> kafka) {
    this.brokers = String.valueOf(kafka.get("bootstrap.servers"));
    this.admin = Admin.create(kafka);
  }

  /// @throws UnsupportedBrokerException when the broker has no share groups
  /// @throws KafkaException when the broker does not answer
  void requireSupport() throws InterruptedException {
    var features = answer(admin.describeFeatures().featureMetadata().toCompletionStage());
    var finalized = features.finalizedFeatures().get(FEATURE);
    if (finalized != null && finalized.maxVersionLevel() >= 1) {
      return;
    }
    var todo =
        features.supportedFeatures().containsKey(FEATURE)
            ? "it knows them, so switch them on: kafka-features.sh --bootstrap-server %s upgrade --feature share.version=1"
                .formatted(brokers)
            : "use Kafka 4.2 or later";
    throw new UnsupportedBrokerException(
        "The Kafka broker at %s has no share groups, which the work queue needs: %s"
            .formatted(brokers, todo));
  }

  /// Sets the group's configuration; the last worker to start decides.
  ///
  /// @throws UnsupportedBrokerException when the broker refuses a value, naming it
  void configure(QueueSettings settings) throws InterruptedException {
    set(settings.groupId(), "share.auto.offset.reset", "earliest");
    set(settings.groupId(), "share.isolation.level", "read_committed");
    set(settings.groupId(), "share.record.lock.duration.ms", settings.lock().toMillis());
    try {
      set(settings.groupId(), "share.delivery.count.limit", settings.deliveryLimit());
    } catch (UnsupportedBrokerException e) {
      LOG.log(WARNING, "The broker's own delivery limit stays in force: {0}", e.getMessage());
    }
  }

  private void set(String group, String name, Object value) throws InterruptedException {
    var resource = new ConfigResource(ConfigResource.Type.GROUP, group);
    var op = new AlterConfigOp(new ConfigEntry(name, value.toString()), OpType.SET);
    try {
      answer(
          admin.incrementalAlterConfigs(Map.of(resource, List.of(op))).all().toCompletionStage());
    } catch (InvalidConfigurationException | InvalidRequestException e) {
      throw new UnsupportedBrokerException(
          "The Kafka broker at %s refuses %s=%s for the share group %s: %s"
              .formatted(brokers, name, value, group, e.getMessage()));
    }
  }

  /// Those of the topics that exist.
  Set<String> existing(List<String> topics) throws InterruptedException {
    var existing = new HashSet<>(topics);
    existing.retainAll(answer(admin.listTopics().names().toCompletionStage()));
    return existing;
  }

  /// Calls `onChange` whenever more of the topics exist; returns when all do, or `over` says so.
  void awaitTopics(List<String> topics, Listener listener) throws InterruptedException {
    Set<String> known = Set.of();
    for (int look = 0; !listener.over(); look++) {
      var existing = existing(topics);
      if (!existing.equals(known)) {
        known = existing;
        listener.exist(existing);
      }
      if (existing.size() == new HashSet<>(topics).size()) {
        return;
      }
      logMissing(topics, existing, look);
      TimeUnit.MILLISECONDS.sleep(Math.min(100L << Math.min(look, 6), 2000));
    }
  }

  private static void logMissing(List<String> topics, Set<String> existing, int look) {
    if (look == 0 || look % 30 == 0) {
      var missing = new TreeSet<>(new ArrayList<>(topics));
      missing.removeAll(existing);
      LOG.log(INFO, "Waiting for the topics {0} to be made", missing);
    }
  }

  /// Follows the topics' making.
  interface Listener {
    void exist(Set<String> topics);

    boolean over();
  }

  private static <T> T answer(java.util.concurrent.CompletionStage<T> stage)
      throws InterruptedException {
    try {
      return stage.toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException("No answer from the broker", e);
    }
  }

  @Override
  public void close() {
    admin.close(java.time.Duration.ofSeconds(1));
  }
}
