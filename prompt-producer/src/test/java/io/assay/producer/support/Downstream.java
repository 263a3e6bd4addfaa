package io.assay.producer.support;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Counts;
import io.assay.contracts.event.Event;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.contracts.wire.EventSerializer;
import io.assay.contracts.wire.JobModelPartitioner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Evaluator, scorer and aggregator in one, as far as the producer can tell: takes prompts, writes
/// scores and progress, and final metrics when a job finishes. What it settles can be held back.
public final class Downstream implements AutoCloseable {

  private final String bootstrapServers;
  private final KafkaConsumer<String, Prompt> prompts;
  private final KafkaConsumer<String, Job> jobs;
  private final KafkaProducer<String, Event> out;
  private final List<Prompt> received = new CopyOnWriteArrayList<>();
  private final List<Prompt> held = new ArrayList<>();
  private final Map<String, Set<String>> settled = new ConcurrentHashMap<>();
  private final Map<String, Job> states = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile Predicate<Prompt> settles = _ -> true;
  private volatile long pauseNanos;
  private volatile boolean closed;

  /// Starts to take prompts.
  ///
  /// @param bootstrapServers the broker
  public Downstream(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    prompts = consumer(bootstrapServers, EventDeserializer.OfPrompt.class);
    prompts.subscribe(List.of(Topics.prompts("default")));
    jobs = consumer(bootstrapServers, EventDeserializer.OfJob.class);
    jobs.subscribe(List.of(Topics.JOBS));
    out =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "key.serializer", StringSerializer.class,
                "value.serializer", EventSerializer.class,
                "partitioner.class", JobModelPartitioner.class));
    thread = Thread.ofPlatform().name("downstream").start(this::run);
  }

  private static <E extends Event> KafkaConsumer<String, E> consumer(
      String bootstrapServers, Class<?> deserializer) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "group.id",
            "downstream-" + UUID.randomUUID(),
            "auto.offset.reset",
            "earliest",
            "isolation.level",
            "read_committed",
            "key.deserializer",
            StringDeserializer.class,
            "value.deserializer",
            deserializer));
  }

  /// Settles from now on only what the condition says; the rest is held back.
  public void settleOnly(Predicate<Prompt> condition) {
    settles = condition;
  }

  /// Takes at least so long for each batch that it polled.
  public void slowDown(Duration pause) {
    pauseNanos = pause.toNanos();
  }

  /// All prompts of a job that arrived, in order, again if they came again.
  public List<Prompt> received(String jobId) {
    return received.stream().filter(prompt -> prompt.key().jobId().equals(jobId)).toList();
  }

  /// The latest state of a job.
  public Job.State state(String jobId) {
    var job = states.get(jobId);
    return job == null ? Job.State.QUEUED : job.state();
  }

  /// A job as it was written last.
  public Job job(String jobId) {
    var job = states.get(jobId);
    if (job == null) {
      throw new IllegalStateException("no job " + jobId);
    }
    return job;
  }

  /// How many prompts of a model are settled.
  public int settled(String jobId, String modelId) {
    return settled.getOrDefault(jobId + "|" + modelId, Set.of()).size();
  }

  private void take(Job job) {
    states.put(job.jobId(), job);
    if (job.state() == Job.State.FINISHING) {
      finish(job);
    }
  }

  private void run() {
    while (!closed) {
      for (var record : prompts.poll(Duration.ofMillis(20))) {
        received.add(record.value());
        held.add(record.value());
      }
      settle();
      for (var record : jobs.poll(Duration.ofMillis(1))) {
        if (record.value() == null) {
          states.remove(record.key()); // it was deleted
        } else {
          take(record.value());
        }
      }
      if (pauseNanos > 0) {
        LockSupport.parkNanos(pauseNanos);
      }
    }
  }

  private void settle() {
    var now = held.stream().filter(settles).toList();
    held.removeAll(now);
    for (var prompt : now) {
      settled
          .computeIfAbsent(
              prompt.key().jobId() + "|" + prompt.model().id(), _ -> ConcurrentHashMap.newKeySet())
          .add(prompt.recordKey());
      send(Topics.SCORES, score(prompt));
    }
    now.stream()
        .map(prompt -> List.of(prompt.key().jobId(), prompt.model().id()))
        .distinct()
        .forEach(each -> send(Topics.PROGRESS, progress(each.getFirst(), each.getLast(), false)));
  }

  private static Score score(Prompt prompt) {
    return new Score(
        prompt.key(),
        "o",
        Status.SCORED,
        "c",
        List.of(),
        null,
        1.0,
        Completion.Usage.UNKNOWN,
        false,
        Instant.now());
  }

  private Progress progress(String jobId, String modelId, boolean last) {
    return new Progress(
        jobId,
        modelId,
        Counts.NONE.plus(Status.SCORED, settled(jobId, modelId)),
        Map.of(),
        0,
        null,
        null,
        Completion.Usage.UNKNOWN,
        last,
        last ? 1 : 0,
        Instant.now());
  }

  private void finish(Job job) {
    for (var model : job.document().models()) {
      for (var task : job.document().tasks()) {
        send(
            Topics.METRICS,
            metric(job.jobId(), model.id(), task.name(), task.metrics().getFirst().name()));
      }
      send(Topics.PROGRESS, progress(job.jobId(), model.id(), true));
    }
  }

  private static MetricSnapshot metric(String jobId, String modelId, String task, String name) {
    return new MetricSnapshot(
        jobId,
        modelId,
        task,
        MetricSnapshot.ALL,
        name,
        "s",
        0.75,
        0.7,
        0.8,
        0.95,
        "wilson",
        1,
        0,
        null,
        null,
        true,
        null,
        true,
        Instant.now());
  }

  private void send(String topic, Event event) {
    var _ = out.send(new ProducerRecord<>(topic, event.recordKey(), event));
  }

  /// The keys of a job that a topic has a value for.
  public Set<String> keys(String topic, String jobId) {
    Set<String> keys = new HashSet<>();
    try (var reader = consumer(bootstrapServers, ByteArrayDeserializer.class)) {
      var partitions =
          reader.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      var ends = reader.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(each -> reader.position(each) < ends.getOrDefault(each, 0L))) {
        for (var record : reader.poll(Duration.ofMillis(100))) {
          if (record.key().equals(jobId) || record.key().startsWith(jobId + "|")) {
            boolean _ = record.value() == null ? keys.remove(record.key()) : keys.add(record.key());
          }
        }
      }
    }
    return keys;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    prompts.close();
    jobs.close();
    out.close();
  }
}
