package io.assay.dashboard.projection;

import static io.assay.dashboard.Samples.METRIC;
import static io.assay.dashboard.Samples.job;
import static io.assay.dashboard.Samples.key;
import static io.assay.dashboard.Samples.metric;
import static io.assay.dashboard.Samples.output;
import static io.assay.dashboard.Samples.progress;
import static io.assay.dashboard.Samples.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Event;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Topics;
import io.assay.contracts.wire.EventType;
import io.assay.dashboard.live.LiveState;
import io.assay.dashboard.store.CurveTable;
import io.assay.dashboard.store.SampleFilter;
import io.assay.dashboard.store.SampleReader;
import io.assay.dashboard.store.SampleRow;
import io.assay.dashboard.store.Store;
import io.assay.dashboard.store.StoreFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectionTest {

  private static final String MODEL = "m/a";

  @TempDir Path folder;

  private Store store;
  private LiveState live;
  private Projection projection;
  private boolean dies;

  @BeforeEach
  void start() {
    var file = Optional.of(new StoreFile(folder.resolve("view.duckdb")));
    store = Store.open(new Store.Settings(file, "64MB", 1), "cluster");
    live = new LiveState(Clock.fixed(Instant.parse("2026-03-01T10:00:30Z"), ZoneOffset.UTC));
    var meter = new ProjectionMeter(new SimpleMeterRegistry());
    projection = new Projection(store, live, 1000, meter, this::maybeDie);
  }

  private void maybeDie() {
    if (dies) {
      throw new IllegalStateException("killed before the commit");
    }
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private void restart() {
    stop();
    start();
  }

  @Test
  void aRecordThatComesTwiceHasItsEffectOnce() {
    var outputs = outputs(0, 10, "a");
    var scores = scores(0, 10, "a", 1);

    projection.takeOutputs(Batch.of(Topics.OUTPUTS, 0, outputs));
    projection.takeOutputs(Batch.of(Topics.OUTPUTS, 0, outputs));
    projection.takeScores(Batch.of(Topics.SCORES, 0, scores));
    projection.takeScores(Batch.of(Topics.SCORES, 5, scores.subList(5, 10)));

    assertThat(rows()).hasSize(10).allMatch(row -> row.status().equals("SCORED"));
  }

  @Test
  void aNewerOutputOfASampleReplacesTheOlderOneAlsoWithinABatch() {
    projection.takeOutputs(
        Batch.of(
            Topics.OUTPUTS,
            0,
            List.of(
                output(key("j", MODEL, 1), "o1", "first"),
                output(key("j", MODEL, 1), "o2", "second"))));
    assertThat(rows()).extracting(SampleRow::output).containsExactly("second");

    projection.takeOutputs(
        Batch.of(Topics.OUTPUTS, 2, List.of(output(key("j", MODEL, 1), "o3", "third"))));
    assertThat(rows()).extracting(SampleRow::output).containsExactly("third");
  }

  @Test
  void aScoreIsShownOnlyWithTheOutputThatItJudged() {
    var sample = key("j", MODEL, 1);
    projection.takeOutputs(Batch.of(Topics.OUTPUTS, 0, List.of(output(sample, "o1", "no"))));
    projection.takeScores(Batch.of(Topics.SCORES, 0, List.of(score(sample, "o1", 0))));
    assertThat(rows().getFirst().scores()).containsEntry(METRIC, 0.0);

    projection.takeOutputs(Batch.of(Topics.OUTPUTS, 1, List.of(output(sample, "o2", "42"))));
    assertThat(rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.output()).isEqualTo("42");
          assertThat(row.status()).isEqualTo(SampleRow.PENDING);
          assertThat(row.scores()).isEmpty();
        });

    projection.takeScores(Batch.of(Topics.SCORES, 1, List.of(score(sample, "o2", 1))));
    assertThat(rows().getFirst().scores()).containsEntry(METRIC, 1.0);
  }

  @Test
  void aKillBeforeTheCommitLeavesNeitherRowsNorOffsets() {
    projection.takeOutputs(Batch.of(Topics.OUTPUTS, 0, outputs(0, 5, "a")));
    var second = Batch.of(Topics.OUTPUTS, 5, outputs(5, 5, "a"));

    dies = true;
    assertThatThrownBy(() -> projection.takeOutputs(second)).hasMessageContaining("killed");
    dies = false;
    restart();

    assertThat(rows()).hasSize(5);
    assertThat(projection.offsets().next(new TopicPartition(Topics.OUTPUTS, 0))).isEqualTo(5);
    projection.takeOutputs(second);
    assertThat(rows()).hasSize(10);
  }

  @Test
  void killsAtAnyPlaceAndRedeliveryFromTheStoredOffsetsGiveTheSameTable() {
    var log = new ArrayList<Output>();
    for (int round = 0; round < 3; round++) {
      log.addAll(outputs(0, 40, "round-" + round));
    }
    var random = new java.util.Random(7);
    var partition = new TopicPartition(Topics.OUTPUTS, 0);
    while (projection.offsets().next(partition) < log.size()) {
      int from = (int) Math.max(0, projection.offsets().next(partition) - random.nextInt(10));
      int to = Math.min(log.size(), from + 1 + random.nextInt(30));
      dies = random.nextInt(3) == 0;
      try {
        projection.takeOutputs(Batch.of(Topics.OUTPUTS, from, log.subList(from, to)));
      } catch (IllegalStateException _) {
        dies = false;
        restart();
      }
    }
    assertThat(rows())
        .hasSize(40)
        .allMatch(row -> String.valueOf(row.output()).contains("round-2"));
  }

  @Test
  void whatIsShownBeforeItIsWrittenComesAgainAfterAKill() {
    latest(EventType.JOB, Topics.JOBS, 0, job("j", Job.State.RUNNING, MODEL));
    assertThat(live.job("j")).isPresent();

    restart();

    assertThat(live.job("j")).isEmpty();
    assertThat(projection.offsets().knows(new TopicPartition(Topics.JOBS, 0))).isFalse();
  }

  @Test
  void aRestartShowsWhatWasShown() {
    latest(EventType.JOB, Topics.JOBS, 0, job("j", Job.State.RUNNING, MODEL));
    latest(EventType.PROGRESS, Topics.PROGRESS, 0, progress("j", MODEL, 20, 0));
    for (int n = 1; n <= 30; n++) {
      latest(EventType.METRIC, Topics.METRICS, n - 1L, metric("j", MODEL, 0.5, n, false));
    }
    projection.flush();
    var before = live.job("j").orElseThrow();
    var curve = live.series("j", "", METRIC, CurveTable.of(store, "j"));

    restart();

    var after = live.job("j").orElseThrow();
    assertThat(after.models().getFirst().metrics())
        .isEqualTo(before.models().getFirst().metrics())
        .hasSize(1);
    assertThat(after.models().getFirst().counts()).isEqualTo(before.models().getFirst().counts());
    assertThat(live.series("j", "", METRIC, CurveTable.of(store, "j")))
        .isEqualTo(curve)
        .hasSize(30);
  }

  @Test
  void aFinishedCurveIsReadFromTheStore() {
    latest(EventType.JOB, Topics.JOBS, 0, job("j", Job.State.COMPLETED, MODEL));
    latest(EventType.METRIC, Topics.METRICS, 0, metric("j", MODEL, 0.4, 10, false));
    latest(EventType.METRIC, Topics.METRICS, 1, metric("j", MODEL, 0.5, 20, true));
    projection.flush();

    assertThat(live.series("j", "", METRIC, CurveTable.of(store, "j")))
        .extracting(LiveState.CurvePoint::n)
        .containsExactly(10L, 20L);
    restart();
    assertThat(live.series("j", "", METRIC, CurveTable.of(store, "j")))
        .extracting(LiveState.CurvePoint::n)
        .containsExactly(10L, 20L);
  }

  @Test
  void whatCouldNotBeWrittenGoesOnWaiting() {
    latest(EventType.JOB, Topics.JOBS, 0, job("j", Job.State.QUEUED, MODEL));
    dies = true;
    assertThatThrownBy(projection::flush).hasMessageContaining("killed");
    dies = false;
    latest(EventType.JOB, Topics.JOBS, 1, job("j", Job.State.RUNNING, MODEL));
    projection.flush();

    restart();

    assertThat(live.job("j").orElseThrow().state()).isEqualTo(Job.State.RUNNING);
    assertThat(projection.offsets().next(new TopicPartition(Topics.JOBS, 0))).isEqualTo(2);
  }

  @Test
  void ofADeletedJobNothingRemains() {
    latest(EventType.JOB, Topics.JOBS, 0, job("j", Job.State.COMPLETED, MODEL));
    projection.takeOutputs(Batch.of(Topics.OUTPUTS, 0, outputs(0, 3, "a")));
    projection.takeLatest(EventType.JOB, Batch.<Job>tombstone(Topics.JOBS, 1, "j"), live::take);
    projection.flush();

    assertThat(live.job("j")).isEmpty();
    assertThat(rows()).isEmpty();
    restart();
    assertThat(live.job("j")).isEmpty();
  }

  private <E extends Event> void latest(EventType type, String topic, long offset, E event) {
    projection.takeLatest(type, Batch.of(topic, offset, List.of(event)), this::show);
  }

  private void show(Event event) {
    switch (event) {
      case Job job -> live.take(job);
      case Progress progress -> live.take(progress);
      case MetricSnapshot snapshot -> live.take(snapshot);
      default -> throw new IllegalArgumentException(event.toString());
    }
  }

  private static List<Output> outputs(int from, int count, String text) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> output(key("j", MODEL, i), text + i, text))
        .toList();
  }

  private static List<Score> scores(int from, int count, String outputId, double value) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> score(key("j", MODEL, i), outputId + i, value))
        .toList();
  }

  private List<SampleRow> rows() {
    var all =
        new SampleFilter(
            "j",
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            "",
            OptionalDouble.empty(),
            OptionalLong.empty(),
            SampleFilter.Sort.SAMPLE,
            false,
            0,
            500);
    return new SampleReader(store).page(all).rows();
  }
}
