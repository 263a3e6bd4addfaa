package io.assay.dashboard;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.assay.contracts.event.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Which topics the view is made from. A topic that was deleted and made again, or another cluster
/// at the same address, has other offsets: the view is then worth nothing.
final class Source {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final List<String> READ =
      List.of(
          Topics.MODELS,
          Topics.JOBS,
          Topics.CHECKPOINTS,
          Topics.OUTPUTS,
          Topics.SCORES,
          Topics.METRICS,
          Topics.PROGRESS);

  private Source() {}

  /// The ids of the cluster and of the topics that are read.
  ///
  /// @throws IllegalStateException where the cluster cannot be reached
  static String fingerprint(String bootstrapServers) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      var cluster = admin.describeCluster().clusterId().get();
      var topics = topics(admin, System.nanoTime() + PATIENCE.toNanos());
      return READ.stream()
          .map(topic -> String.valueOf(topics.get(topic)))
          .collect(joining(" ", cluster + " ", ""));
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "cannot ask Kafka at " + bootstrapServers + " for its topics: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking Kafka for its topics", e);
    }
  }

  /// A topic that was made a moment ago is not known everywhere.
  private static Map<String, Uuid> topics(Admin admin, long until)
      throws ExecutionException, InterruptedException {
    while (true) {
      try {
        return admin.describeTopics(READ).allTopicNames().get().values().stream()
            .collect(toMap(TopicDescription::name, TopicDescription::topicId));
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > until) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }
}
