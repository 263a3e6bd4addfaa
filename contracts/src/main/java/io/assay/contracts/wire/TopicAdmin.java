package io.assay.contracts.wire;

import io.assay.contracts.event.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/// Creates the pipeline's topics where they are missing. Existing ones are left as they are.
public final class TopicAdmin {

  private TopicAdmin() {}

  /// Makes sure that every topic exists; safe to call from many services at once.
  ///
  /// @param bootstrapServers the cluster
  /// @param pools the pools that have a prompts topic
  /// @param partitions partitions of the topics that have many
  /// @throws IllegalStateException where the cluster refuses or cannot be reached
  public static void ensure(String bootstrapServers, List<String> pools, int partitions) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Set<String> present = admin.listTopics().names().get();
      var missing =
          Topics.all(pools).stream().filter(topic -> !present.contains(topic.name())).toList();
      for (var topic : missing) {
        create(admin, topic, partitions);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "cannot create topics at " + bootstrapServers + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    }
  }

  private static void create(Admin admin, Topics.Topic topic, int partitions)
      throws ExecutionException, InterruptedException {
    var request =
        new NewTopic(topic.name(), Optional.of(topic.parallel() ? partitions : 1), Optional.empty())
            .configs(topic.config());
    try {
      admin.createTopics(List.of(request)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }
}
