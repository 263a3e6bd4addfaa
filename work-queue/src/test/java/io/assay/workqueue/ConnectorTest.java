package io.assay.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;

/// The wiring: attributes, method kinds, acknowledgement, health, inside Quarkus.
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class ConnectorTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject
  @Connector(WorkQueueConnector.NAME)
  WorkQueueConnector connector;

  @Inject Handlers handlers;

  /// The channels wait for their topics, which are made only here.
  private void send(String topic, int count) throws Exception {
    var brokers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    Kafka.topic(brokers, topic, 1);
    Kafka.send(brokers, topic, "r", count);
  }

  private QueueCounters counters(String channel) {
    return connector.counters(channel).orElseThrow();
  }

  @Test
  void aMethodOnVirtualThreadsRunsManyAtOnce() throws Exception {
    send("together-a", Handlers.TOGETHER / 2);
    send("together-b", Handlers.TOGETHER / 2);

    await().atMost(PATIENCE).until(() -> counters("together").accepted() == Handlers.TOGETHER);

    assertThat(handlers.allTogether.getCount()).isZero();
    assertThat(handlers.onVirtualThreads).hasSize(Handlers.TOGETHER / 2);
    assertThat(connector.inFlight("together")).isZero();
    assertThat(connector.getReadiness().isOk()).isTrue();
  }

  @Test
  void aDeserialiserReadsValues() throws Exception {
    send("texts", 20);

    await().atMost(PATIENCE).until(() -> counters("texts").accepted() == 20);

    var expected = IntStream.range(0, 20).mapToObj(i -> "r" + i).toList();
    assertThat(handlers.texts).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void messagesMayBeAcknowledgedLaterInAnyOrder() throws Exception {
    send("manual", 10);
    await().atMost(PATIENCE).until(() -> handlers.manual.size() == 10);
    assertThat(counters("manual").accepted()).isZero();
    assertThat(connector.inFlight("manual")).isEqualTo(10);

    handlers.manual.stream().toList().reversed().forEach(Message::ack);

    await().atMost(PATIENCE).until(() -> counters("manual").accepted() == 10);
  }

  @Test
  void aFailedMessageComesAgainAndTellsItsLastDelivery() throws Exception {
    send("failing", 1);

    await().atMost(PATIENCE).until(() -> counters("failing").accepted() == 1);

    assertThat(handlers.failures).containsExactly(1, 2, 3);
    assertThat(counters("failing").released()).isEqualTo(2);
    assertThat(counters("failing").exhausted()).isZero();
  }

  @Test
  void aRefusedMessageNeverComesAgain() throws Exception {
    send("refusing", 5);

    await().atMost(PATIENCE).until(() -> counters("refusing").rejected() == 5);

    assertThat(handlers.rejected).hasValue(5);
  }
}
