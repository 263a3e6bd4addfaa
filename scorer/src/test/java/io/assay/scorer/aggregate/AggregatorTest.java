package io.assay.scorer.aggregate;

import static io.assay.scorer.Fixtures.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.broker.EmbeddedBroker;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.event.Topics;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.contracts.wire.EventHeaders;
import io.assay.contracts.wire.TopicAdmin;
import io.assay.scorer.Fixtures;
import io.assay.scorer.Wire;
import io.assay.tasks.aggregate.ScoreTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Instances come and go; what is said of the table stays the same to the last bit.
class AggregatorTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String[] MODELS = {"a", "b", "c", "d"};
  private static final int SAMPLES = 300;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  private final String jobId = "job-" + UUID.randomUUID();
  private final Random random = new Random(20260101);
  private final Map<String, Score> table = new HashMap<>();
  private Wire wire;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(folder);
    TopicAdmin.ensure(broker.bootstrapServers(), List.of("default"), 3);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void connect() {
    wire = new Wire(broker.bootstrapServers());
    send(Job.State.RUNNING);
  }

  @AfterEach
  void disconnect() {
    send(Job.State.COMPLETED);
    wire.close();
  }

  @Test
  void aCrashInTheMiddleAndOneAfterTheEndGiveTheSameFinalMetrics() {
    try (var _ = instance()) {
      sendScores(0, SAMPLES / 2);
      await().atMost(SOON).until(() -> settled() == 4 * (SAMPLES / 2));
    }
    sendScores(SAMPLES / 3, SAMPLES); // some of them again, with another outcome
    try (var _ = instance()) {
      await().atMost(SOON).until(() -> settled() == 4 * SAMPLES);
      send(Job.State.FINISHING);
      await().atMost(SOON).until(() -> lastRecords() == 4);
      assertThat(finals()).containsExactlyInAnyOrderElementsOf(expected());
    }
    try (var _ = instance()) { // the producer has not ended the job yet: it is told again
      await().atMost(SOON).until(() -> lastRecords() == 8);
      assertThat(finals()).containsExactlyInAnyOrderElementsOf(expected());
      assertThat(progressAfterLast()).isEmpty();
    }
  }

  @Test
  void instancesThatShareThePartitionsFinishEveryModelOnce() {
    try (var first = instance()) {
      sendScores(0, 100);
      await().atMost(SOON).until(() -> settled() == 400);
      try (var second = instance()) {
        await().atMost(SOON).until(() -> !second.aggregator.partitions().isEmpty());
        sendScores(100, SAMPLES);
        await().atMost(SOON).until(() -> settled() == 4 * SAMPLES);
        send(Job.State.FINISHING);
        await().atMost(SOON).until(() -> lastRecords() == 4);
        assertThat(first.aggregator.partitions()).hasSizeBetween(1, 2);
        assertThat(finals()).containsExactlyInAnyOrderElementsOf(expected());
      }
    }
  }

  @Test
  void aModelOfADeadInstanceGoesOnAtAnother() {
    try (var second = instance()) {
      try (var _ = instance()) {
        await().atMost(SOON).until(() -> second.aggregator.partitions().size() < 3);
        sendScores(0, SAMPLES);
        await().atMost(SOON).until(() -> settled() == 4 * SAMPLES);
      }
      send(Job.State.FINISHING);
      await().atMost(SOON).until(() -> lastRecords() == 4);
      assertThat(finals()).containsExactlyInAnyOrderElementsOf(expected());
    }
  }

  @Test
  void anEndedJobIsForgottenAndItsLateScoresAreLeftOut() {
    try (var instance = instance()) {
      sendScores(0, 50);
      await().atMost(SOON).until(() -> settled() == 200);
      send(Job.State.FINISHING);
      await().atMost(SOON).until(() -> lastRecords() == 4);
      send(Job.State.COMPLETED);
      await().atMost(SOON).until(() -> tables(instance) == 0);

      wire.send(score("a", 7));
      wire.flush();
      await().atMost(SOON).until(() -> instance.meters.counter("assay.scorer.late").count() == 1);
      assertThat(progressAfterLast()).isEmpty();
      assertThat(instance.aggregator.partitions())
          .allSatisfy(it -> assertThat(it.checkpoint()).isEqualTo(it.next()));
    }
  }

  private Instance instance() {
    return new Instance(broker.bootstrapServers());
  }

  private static int tables(Instance instance) {
    return instance.aggregator.partitions().stream().mapToInt(it -> it.tables().size()).sum();
  }

  private void send(Job.State state) {
    var issued = new HashMap<String, Long>();
    for (String model : MODELS) {
      issued.put(model, table.values().stream().filter(it -> is(it, model)).count());
    }
    wire.send(Fixtures.job(jobId, state, issued, MODELS));
    wire.flush();
  }

  private static boolean is(Score score, String model) {
    return score.key().modelId().equals(model);
  }

  private void sendScores(int from, int to) {
    for (int i = from; i < to; i++) {
      for (String model : MODELS) {
        var score = score(model, i);
        table.put(score.key().text(), score);
        wire.send(score);
      }
    }
    wire.flush();
  }

  private Score score(String model, int sample) {
    var status =
        random.nextInt(4) > 0 ? Status.SCORED : List.of(Status.values()).get(random.nextInt(7));
    boolean scored = status == Status.SCORED;
    double f1 = random.nextDouble();
    return new Score(
        key(jobId, model, sample),
        EventHeaders.randomId(),
        status,
        "cluster-" + sample / 3,
        scored
            ? List.of(
                contribution("exact_match", random.nextInt(2), 1.0),
                contribution("token_f1", f1, f1 * f1, 1.0))
            : List.of(),
        scored ? null : "because",
        random.nextDouble() * 1000,
        new Completion.Usage(random.nextLong(100), random.nextLong(100), random.nextDouble()),
        random.nextInt(10) == 0,
        Instant.now());
  }

  private static Contribution contribution(String metric, double value, double... more) {
    var statistics = Stream.concat(Stream.of(value), Arrays.stream(more).boxed()).toList();
    return new Contribution(MetricSpec.of(metric), value, statistics, null, Map.of(), null);
  }

  /// What a table says that got the latest scores only, in any order.
  private List<MetricSnapshot> expected() {
    var job = Fixtures.job(jobId, Job.State.RUNNING, Map.of(), MODELS);
    return Stream.of(MODELS)
        .flatMap(model -> {
          var whole = new ScoreTable(jobId, model, job.document().tasks());
          table.values().stream().filter(it -> is(it, model)).forEach(whole::put);
          return whole.finalSnapshots(Instant.EPOCH).stream();
        })
        .toList();
  }

  /// The latest final snapshots, by key, without their times.
  private List<MetricSnapshot> finals() {
    var latest = new HashMap<String, MetricSnapshot>();
    wire.read(
            Topics.METRICS,
            new EventDeserializer.OfMetricSnapshot(),
            it -> it.jobId().equals(jobId))
        .forEach(it -> latest.put(it.recordKey(), it));
    assertThat(latest.values()).allMatch(MetricSnapshot::last);
    return latest.values().stream().map(AggregatorTest::withoutTime).toList();
  }

  private static MetricSnapshot withoutTime(MetricSnapshot it) {
    return new MetricSnapshot(
        it.jobId(),
        it.modelId(),
        it.task(),
        it.slice(),
        it.name(),
        it.signature(),
        it.value(),
        it.low(),
        it.high(),
        it.level(),
        it.method(),
        it.n(),
        it.missing(),
        it.possibleLow(),
        it.possibleHigh(),
        it.higherIsBetter(),
        it.replicates(),
        it.last(),
        Instant.EPOCH);
  }

  private List<Progress> progress() {
    return wire.read(
        Topics.PROGRESS, new EventDeserializer.OfProgress(), it -> it.jobId().equals(jobId));
  }

  private long settled() {
    var latest = new HashMap<String, Long>();
    progress().forEach(it -> latest.put(it.modelId(), it.counts().settled()));
    return latest.values().stream().mapToLong(Long::longValue).sum();
  }

  private long lastRecords() {
    return progress().stream().filter(Progress::last).count();
  }

  /// Counts that came after a model's last word; there must be none.
  private List<Progress> progressAfterLast() {
    var finished = new HashSet<String>();
    var after = new ArrayList<Progress>();
    for (Progress it : progress()) {
      if (it.last()) {
        finished.add(it.modelId());
      } else if (finished.contains(it.modelId())) {
        after.add(it);
      }
    }
    return after;
  }
}
