package io.assay.scorer.aggregate;

import io.assay.contracts.event.Event;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.contracts.wire.EventSerializer;
import io.assay.contracts.wire.EventType;
import io.assay.contracts.wire.JobModelPartitioner;
import io.assay.scorer.ScorerConfig;
import io.assay.scorer.jobs.JobBook;
import io.assay.scorer.jobs.JobDirectory;
import io.assay.scorer.jobs.JobsReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// One aggregator as it runs in the service, on plain clients, so that a test can start several and
/// let them die.
final class Instance implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Aggregator aggregator;
  private final JobBook book = new JobBook();
  private final JobsReader jobs;
  private final KafkaConsumer<String, Score> scores;
  private final KafkaConsumer<String, Job> jobStream;
  private final KafkaProducer<String, Event> producer;
  private final AggregatorClock clock;
  private final Queue<Map<Integer, Long>> commits = new ConcurrentLinkedQueue<>();
  private final Thread thread = Thread.ofPlatform().name("instance").unstarted(this::run);
  private volatile boolean running = true;

  Instance(String bootstrapServers) {
    Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
    producer = producer(kafka);
    jobs = new JobsReader(kafka, book);
    var counters = new AggregatorMeters(meters);
    var publisher = new ToProducer();
    aggregator = new Aggregator(new JobDirectory(book, jobs), publisher, counters);
    clock = new AggregatorClock(aggregator, publisher, commits::add, counters, new Settings());
    scores =
        new KafkaConsumer<>(
            consumer(kafka), new StringDeserializer(), new EventDeserializer.OfScore());
    jobStream = new KafkaConsumer<>(kafka, new StringDeserializer(), new EventDeserializer.OfJob());
    clock.begin();
    thread.start();
  }

  private static KafkaProducer<String, Event> producer(Map<String, Object> kafka) {
    var settings = new HashMap<>(kafka);
    settings.put("partitioner.class", JobModelPartitioner.class);
    return new KafkaProducer<>(settings, new StringSerializer(), new EventSerializer());
  }

  private static Map<String, Object> consumer(Map<String, Object> kafka) {
    var settings = new HashMap<>(kafka);
    settings.put("group.id", "assay.aggregator");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", false);
    settings.put("max.poll.records", 50);
    settings.put("session.timeout.ms", 6000);
    settings.put("heartbeat.interval.ms", 200);
    settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
    return settings;
  }

  private void run() {
    var assignment = new Assignment(() -> aggregator, jobs);
    scores.subscribe(List.of(Topics.SCORES), new Listener(assignment, scores));
    var partition = new TopicPartition(Topics.JOBS, 0);
    jobStream.assign(List.of(partition));
    jobStream.seekToBeginning(List.of(partition));
    while (running) {
      aggregator.take(scores.poll(POLL));
      jobStream.poll(Duration.ZERO).forEach(it -> book.learn(it.offset(), it.key(), it.value()));
      for (var next = commits.poll(); next != null; next = commits.poll()) {
        commit(next);
      }
    }
  }

  private void commit(Map<Integer, Long> offsets) {
    var all = new HashMap<TopicPartition, OffsetAndMetadata>();
    offsets.forEach((partition, offset) ->
        all.put(new TopicPartition(Topics.SCORES, partition), new OffsetAndMetadata(offset)));
    scores.commitAsync(all, null);
  }

  /// Ends without a word: nothing is published or committed, what was in memory is lost.
  @Override
  public void close() {
    clock.stop();
    running = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    scores.close();
    jobStream.close();
    producer.close();
  }

  private record Listener(Assignment assignment, KafkaConsumer<String, Score> consumer)
      implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      assignment.onPartitionsAssigned(consumer, partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      assignment.onPartitionsRevoked(consumer, partitions);
    }
  }

  private final class ToProducer implements AggregatePublisher {

    @Override
    public CompletionStage<Receipt> publish(MetricSnapshot snapshot) {
      return send(snapshot);
    }

    @Override
    public CompletionStage<Receipt> publish(Progress progress) {
      return send(progress);
    }

    private CompletionStage<Receipt> send(Event event) {
      var arrived = new CompletableFuture<Receipt>();
      var _ =
          producer.send(
              new ProducerRecord<>(EventType.of(event).topic(), event.recordKey(), event),
              (_, failure) -> {
                if (failure == null) {
                  arrived.completeAsync(
                      () -> Receipt.GIVEN); // the producer's own thread may not send more
                } else {
                  arrived.completeExceptionally(failure);
                }
              });
      return arrived;
    }
  }

  /// As the service's defaults, with more frequent checkpoints.
  private static final class Settings implements ScorerConfig {
    @Override
    public OptionalInt judges() {
      return OptionalInt.empty();
    }

    @Override
    public MemorySize programsWaiting() {
      return new MemorySize(BigInteger.valueOf(1 << 20));
    }

    @Override
    public Duration progressInterval() {
      return Duration.ofMillis(25);
    }

    @Override
    public Duration snapshotInterval() {
      return Duration.ofMillis(250);
    }

    @Override
    public double snapshotShare() {
      return 0.2;
    }

    @Override
    public Duration checkpointInterval() {
      return Duration.ofMillis(100);
    }

    @Override
    public int metricCache() {
      return 10;
    }
  }
}
