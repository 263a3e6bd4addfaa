package io.assay.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.internals.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  private static Map<String, Object> client(EmbeddedBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static KafkaProducer<String, String> producer(Map<String, Object> properties) {
    return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
  }

  private static void makeTopic(EmbeddedBroker broker, String name) throws Exception {
    try (var admin = Admin.create(client(broker))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    }
  }

  private static void send(EmbeddedBroker broker, String topic, String... values) {
    try (var producer = producer(client(broker))) {
      for (var value : values) {
        var _ = producer.send(new ProducerRecord<>(topic, value));
      }
      producer.flush();
    }
  }

  private static List<String> readAll(EmbeddedBroker broker, String topic, int count) {
    var read = new ArrayList<String>();
    var properties = new HashMap<>(client(broker));
    properties.put("isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      var partition = List.of(new TopicPartition(topic, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      await()
          .atMost(PATIENCE)
          .until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(r -> read.add(r.value()));
            return read.size() >= count;
          });
    }
    return read;
  }

  @Test
  void dataSurviveARestartInTheSameFolder() throws Exception {
    try (var broker = EmbeddedBroker.start(folder)) {
      makeTopic(broker, "t");
      send(broker, "t", "a", "b");
    }
    try (var broker = EmbeddedBroker.start(folder)) {
      send(broker, "t", "c");

      assertThat(readAll(broker, "t", 3)).containsExactly("a", "b", "c");
    }
  }

  /// Not after the session of the former life, 60 s. One that was killed waits for it, and has a
  /// short one therefore.
  @Test
  void aBrokerThatEndedInOrderIsBackAtOnce() {
    Path kafka = folder.resolve("kafka");
    assertThat(KafkaNode.wasKilled(kafka)).isFalse();
    try (var _ = EmbeddedBroker.start(folder)) {
      assertThat(KafkaNode.wasKilled(kafka)).isTrue();
    }
    assertThat(KafkaNode.wasKilled(kafka)).isFalse();
    var begin = System.nanoTime();
    try (var _ = EmbeddedBroker.start(folder)) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(40));
    }
  }

  @Test
  void aFolderInUseIsRefusedNamingItsHolder() {
    try (var broker = EmbeddedBroker.start(folder)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(folder))
          .isInstanceOf(BrokerStartException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining(broker.bootstrapServers());
    }
  }

  @Test
  void aPortInUseIsRefusedAndTheFolderStaysFree() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
          .isInstanceOf(BrokerStartException.class)
          .hasMessageContaining("Port " + taken.getLocalPort());
    }
    try (var lock = FolderLock.take(folder)) {
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void topicsAreNotMadeByThemselves() throws Exception {
    try (var broker = EmbeddedBroker.start(folder);
        var admin = Admin.create(client(broker))) {
      var properties = new HashMap<>(client(broker));
      properties.put("max.block.ms", "500");
      try (var producer = producer(properties)) {
        var sent = producer.send(new ProducerRecord<>("absent", "x"));
        assertThatThrownBy(sent::get).hasMessageContaining("absent");
      }
      assertThat(admin.listTopics().names().get()).isEmpty();
    }
  }

  @Test
  void transactionsAndShareGroupsWork() throws Exception {
    try (var broker = EmbeddedBroker.start(folder)) {
      makeTopic(broker, "t");
      readFromTheBeginning(broker, "workers");
      var properties = new HashMap<>(client(broker));
      properties.put("transactional.id", "tx");
      try (var producer = producer(properties)) {
        producer.initTransactions();
        producer.beginTransaction();
        var _ = producer.send(new ProducerRecord<>("t", "aborted"));
        producer.flush();
        producer.abortTransaction();
        producer.beginTransaction();
        var _ = producer.send(new ProducerRecord<>("t", "committed"));
        producer.commitTransaction();
      }

      assertThat(readAll(broker, "t", 1)).containsExactly("committed");
      assertThat(takeOne(broker, "workers", "t")).containsExactly("committed");
    }
  }

  private static void readFromTheBeginning(EmbeddedBroker broker, String group) throws Exception {
    var ops = new ArrayList<AlterConfigOp>();
    ops.add(new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), OpType.SET));
    ops.add(
        new AlterConfigOp(new ConfigEntry("share.isolation.level", "read_committed"), OpType.SET));
    try (var admin = Admin.create(client(broker))) {
      var resource = new ConfigResource(ConfigResource.Type.GROUP, group);
      admin.incrementalAlterConfigs(Map.of(resource, ops)).all().get();
    }
  }

  private static List<String> takeOne(EmbeddedBroker broker, String group, String topic) {
    var taken = new ArrayList<String>();
    var properties = new HashMap<>(client(broker));
    properties.put("group.id", group);
    try (var consumer =
        new KafkaShareConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      await()
          .atMost(PATIENCE)
          .until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(r -> taken.add(r.value()));
            return !taken.isEmpty();
          });
    }
    return taken;
  }

  @Test
  void aFatalFaultIsReportedAndTheProcessLivesOn() {
    var reported = new AtomicReference<BrokerFault>();
    try (var broker = EmbeddedBroker.start(folder, 0, reported::set)) {
      assertThat(broker.fault()).isEmpty();

      assertThatThrownBy(() -> Exit.halt(1, "the disk is full"))
          .isInstanceOf(IllegalStateException.class);

      await().atMost(PATIENCE).until(() -> reported.get() != null);
      assertThat(reported.get().message()).contains("the disk is full");
      assertThat(broker.fault()).contains(reported.get());
    }
  }
}
