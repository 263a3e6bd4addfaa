package io.assay.scorer.score;

import static io.assay.scorer.Fixtures.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.blobs.NoBlobStore;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Counts;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.EventDeserializer;
import io.assay.scorer.BrokerResource;
import io.assay.scorer.Fixtures;
import io.assay.scorer.MetricCache;
import io.assay.scorer.Wire;
import io.assay.tasks.aggregate.ScoreTable;
import io.assay.tasks.metric.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// `issued = scored + failedByModel + failedByInfrastructure + timedOut + overLimit + skipped +
/// deadLettered + inFlight`, through the service and a real broker, whatever comes in.
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class CompletenessTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String MODEL = "model/x";
  private static final int ISSUED = 400;

  private final String jobId = "job-" + UUID.randomUUID();
  private final Random random = new Random(7);
  private long sent;

  @Test
  void everyOutputCountsOnceHoweverOftenItComesAndTheLastOneOfASampleHolds() {
    try (var wire = Wire.ofTheApplication()) {
      wire.send(Fixtures.job(jobId, Job.State.RUNNING, Map.of(), MODEL));
      wire.flush();
      var half = new LinkedHashMap<String, Output>();
      sendRandom(wire, ISSUED / 2, half);
      await().atMost(SOON).until(() -> counts(wire).equals(expected(half).counts()));
      assertThat(counts(wire).settled() + (ISSUED - half.size())).isEqualTo(ISSUED);

      var latest = new LinkedHashMap<>(half);
      sendRandom(wire, ISSUED, latest); // samples of before again, with another outcome
      latest.values().forEach(wire::send); // a replay changes nothing
      sent += latest.size();
      wire.flush();
      await().atMost(SOON).until(() -> scores(wire) == sent);
      await().atMost(SOON).until(() -> counts(wire).equals(expected(latest).counts()));

      var issued = Map.of(MODEL, (long) ISSUED);
      wire.send(Fixtures.job(jobId, Job.State.FINISHING, issued, MODEL));
      wire.flush();
      await().atMost(SOON).until(() -> last(wire).isPresent());
      var table = expected(latest);
      var end = last(wire).orElseThrow();
      assertThat(end.counts()).isEqualTo(table.counts());
      assertThat(end.counts().settled()).isEqualTo(ISSUED);
      assertThat(end.redelivered()).isEqualTo(table.redelivered());
      assertThat(end.usage()).isEqualTo(table.usage());
      assertThat(finals(wire)).isEqualTo(values(table.finalSnapshots(Instant.EPOCH)));
    }
  }

  /// Outputs of all kinds for samples 0 to `samples`, some of them several times.
  private void sendRandom(Wire wire, int samples, Map<String, Output> latest) {
    for (int i = 0; i < samples; i++) {
      for (int times = random.nextInt(5) == 0 ? 2 : 1; times > 0; times--) {
        var output = Fixtures.output(key(jobId, MODEL, i), "42", completion());
        latest.put(output.recordKey(), output);
        wire.send(output);
        sent++;
      }
    }
    wire.flush();
  }

  private Completion completion() {
    return switch (random.nextInt(9)) {
      case 0 -> new Completion.Refused("policy");
      case 1 -> new Completion.Unavailable(3, "503");
      case 2 -> new Completion.TimedOut(2, "60 s");
      case 3 -> new Completion.OverLimit("cost");
      case 4 -> new Completion.Skipped("cancelled");
      case 5 -> new Completion.Abandoned(5, "delivered too often");
      case 6 -> Fixtures.answer("41");
      default -> Fixtures.answer("42");
    };
  }

  private ScoreTable expected(Map<String, Output> latest) {
    var judge = new Judge(new MetricCache(Metrics::create, 10), new NoBlobStore());
    var job = Fixtures.job(jobId, Job.State.RUNNING, Map.of(), MODEL);
    var table = new ScoreTable(jobId, MODEL, job.document().tasks());
    latest.values().forEach(output -> table.put(judge.judge(output, Instant.EPOCH)));
    return table;
  }

  private List<Progress> progress(Wire wire) {
    return wire.read(
        Topics.PROGRESS, new EventDeserializer.OfProgress(), it -> it.jobId().equals(jobId));
  }

  private Counts counts(Wire wire) {
    var all = progress(wire);
    return all.isEmpty() ? Counts.NONE : all.getLast().counts();
  }

  private Optional<Progress> last(Wire wire) {
    return progress(wire).stream().filter(Progress::last).findFirst();
  }

  private long scores(Wire wire) {
    List<Score> all =
        wire.read(
            Topics.SCORES, new EventDeserializer.OfScore(), it -> it.key().jobId().equals(jobId));
    return all.size();
  }

  private List<List<Object>> finals(Wire wire) {
    return values(
        wire.read(
            Topics.METRICS,
            new EventDeserializer.OfMetricSnapshot(),
            it -> it.jobId().equals(jobId) && it.last()));
  }

  private static List<List<Object>> values(List<MetricSnapshot> snapshots) {
    var all = new ArrayList<List<Object>>();
    for (MetricSnapshot it : snapshots) {
      all.add(
          List.of(
              it.name(),
              String.valueOf(it.value()),
              String.valueOf(it.low()),
              String.valueOf(it.high()),
              it.n(),
              it.missing(),
              it.replicates() == null ? "" : it.replicates().base64()));
    }
    return all;
  }
}
