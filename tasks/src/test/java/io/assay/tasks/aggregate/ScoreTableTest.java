package io.assay.tasks.aggregate;

import static io.assay.tasks.aggregate.Scores.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.event.Completion.Usage;
import io.assay.contracts.event.Counts;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.tasks.statistics.Intervals;
import io.assay.tasks.statistics.PoissonWeights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ScoreTableTest {

  @RepeatedTest(15)
  void orderRepetitionAndReplacementLeaveNoTrace(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    List<Score> log = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      log.add(Scores.any(random));
    }
    Map<SampleKey, Score> latest = new LinkedHashMap<>();
    log.forEach(score -> latest.put(score.key(), score));
    List<Score> once = new ArrayList<>(latest.values());
    Collections.shuffle(once, random);

    ScoreTable replayed = table();
    log.forEach(replayed::put);
    latest.values().forEach(replayed::put);
    ScoreTable direct = table();
    once.forEach(direct::put);

    assertThat(replayed.finalSnapshots(AT)).isEqualTo(direct.finalSnapshots(AT));
    assertThat(replayed.snapshots(AT)).isEqualTo(direct.snapshots(AT));
    assertThat(replayed.progress(true, AT)).isEqualTo(direct.progress(true, AT));
  }

  private static ScoreTable table() {
    return new ScoreTable("job", "model", Scores.allTasks());
  }

  private static ScoreTable qa() {
    return new ScoreTable(
        "job", "model", List.of(Scores.task("qa", "text-generation", "exact_match")));
  }

  private static MetricSnapshot only(List<MetricSnapshot> snapshots) {
    assertThat(snapshots).hasSize(1);
    return snapshots.getFirst();
  }

  @Test
  void anEmptyTableSaysNothing() {
    MetricSnapshot snapshot = only(qa().snapshots(AT));

    assertThat(snapshot.value()).isNull();
    assertThat(snapshot.low()).isNull();
    assertThat(snapshot.method()).isNull();
    assertThat(snapshot.possibleLow()).isNull();
    assertThat(snapshot.n()).isZero();
    assertThat(qa().counts()).isEqualTo(Counts.NONE);
    assertThat(qa().usage()).isEqualTo(Usage.UNKNOWN);
    assertThat(qa().callMillis(0.5)).isEmpty();
    assertThat(only(qa().finalSnapshots(AT)).last()).isTrue();
  }

  @Test
  void aShareHasWilsonsIntervalAndWhatTheMissingAllow() {
    ScoreTable table = qa();
    for (int i = 0; i < 80; i++) {
      assertThat(table.put(Scores.right("s" + i, i < 60))).isFalse();
    }
    for (int i = 80; i < 100; i++) {
      table.put(Scores.score("qa", "s" + i, 1, Status.TIMEOUT, null, List.of()));
    }

    MetricSnapshot snapshot = only(table.snapshots(AT));
    var wilson = Intervals.wilson(60, 80, 0.95).orElseThrow();
    assertThat(snapshot.value()).isEqualTo(0.75);
    assertThat(snapshot.low()).isEqualTo(wilson.low());
    assertThat(snapshot.high()).isEqualTo(wilson.high());
    assertThat(snapshot.method()).isEqualTo("wilson");
    assertThat(snapshot.n()).isEqualTo(80);
    assertThat(snapshot.missing()).isEqualTo(20);
    assertThat(snapshot.possibleLow()).isEqualTo(0.6);
    assertThat(snapshot.possibleHigh()).isEqualTo(0.8);
    assertThat(snapshot.replicates()).isNull();
    assertThat(table.counts().settled()).isEqualTo(100);
    assertThat(table.byTask()).containsExactly(Map.entry("qa", table.counts()));
  }

  @Test
  void epochsOfASampleAreResampledTogether() {
    ScoreTable table = qa();
    for (int i = 0; i < 50; i++) {
      for (int epoch = 1; epoch <= 4; epoch++) {
        table.put(
            Scores.score(
                "qa", "s" + i, epoch, Status.SCORED, null, List.of(Scores.exactMatch(i % 2 == 0))));
      }
    }

    MetricSnapshot snapshot = only(table.snapshots(AT));
    assertThat(snapshot.method()).isEqualTo("bootstrap");
    double half =
        (Objects.requireNonNull(snapshot.high()) - Objects.requireNonNull(snapshot.low())) / 2;
    assertThat(half).isCloseTo(1.96 * Math.sqrt(0.25 / 50), within(0.03));
  }

  @Test
  void aBootstrapNeedsTwoClusters() {
    ScoreTable table = qa();
    table.put(Scores.score("qa", "a", 1, Status.SCORED, "c", List.of(Scores.exactMatch(true))));
    table.put(Scores.score("qa", "b", 1, Status.SCORED, "c", List.of(Scores.exactMatch(false))));

    assertThat(only(table.snapshots(AT)).value()).isEqualTo(0.5);
    assertThat(only(table.snapshots(AT)).low()).isNull();
  }

  @Test
  void replicatesAreWeightedValues() {
    ScoreTable table = qa();
    for (int i = 0; i < 40; i++) {
      table.put(Scores.right("s" + i, i % 3 == 0));
    }
    var replicates = Objects.requireNonNull(only(table.finalSnapshots(AT)).replicates());

    assertThat(replicates.dimensions()).isEqualTo(PoissonWeights.REPLICATES);
    for (int b = 0; b < 50; b++) {
      double right = 0;
      double all = 0;
      for (int i = 0; i < 40; i++) {
        int weight = PoissonWeights.weight(PoissonWeights.hash("s" + i), b);
        right += i % 3 == 0 ? weight : 0;
        all += weight;
      }
      assertThat(replicates.at(b)).isEqualTo((float) (right / all));
    }
  }

  @Test
  void aReplacedScoreIsGoneWhateverItWas() {
    ScoreTable table = qa();
    table.put(Scores.right("a", true));
    table.put(Scores.score("qa", "b", 1, Status.FAILED_INFRA, null, List.of()));

    assertThat(table.put(Scores.score("qa", "a", 1, Status.LIMIT, null, List.of()))).isTrue();
    assertThat(table.put(Scores.right("b", false))).isTrue();

    assertThat(table.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 0));
    assertThat(only(table.snapshots(AT)).value()).isZero();
    assertThat(table.usage()).isEqualTo(new Usage(20L, 40L, 0.2));
  }

  @Test
  void whatDoesNotBelongIsRefusedAndChangesNothing() {
    ScoreTable table = qa();
    table.put(Scores.right("a", true));
    List<MetricSnapshot> before = table.finalSnapshots(AT);

    assertThatThrownBy(
            () -> table.put(Scores.score("other", "a", 1, Status.SCORED, null, List.of())))
        .hasMessageContaining("names a task that the job does not have; it has qa");
    assertRefused(table, "does not measure", Scores.additive("length", 1, 1, 1));
    assertRefused(table, "has 3 statistics, expected 2", Scores.additive("exact_match", 1, 1, 1));
    assertRefused(table, "holds NaN", Scores.additive("exact_match", Double.NaN, 1));
    assertThatThrownBy(
            () -> new ScoreTable("job2", "model", List.of()).put(Scores.right("a", true)))
        .hasMessageContaining("in the table of job job2");
    assertThat(table.finalSnapshots(AT)).isEqualTo(before);
  }

  private static void assertRefused(
      ScoreTable table, String why, io.assay.contracts.event.Contribution contribution) {
    assertThatThrownBy(
            () -> table.put(Scores.score("qa", "a", 1, Status.SCORED, null, List.of(contribution))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aCostlyMetricWaitsTenTimesItsDuration() {
    var clock = new AtomicLong();
    var table =
        new ScoreTable(
            "job",
            "model",
            List.of(Scores.task("sts", "embedding", "cosine_pearson")),
            () -> clock.getAndAdd(1_000));
    for (int i = 0; i < 10; i++) {
      table.put(sts(i, i % 3));
    }
    MetricSnapshot first = only(table.snapshots(AT));
    for (int i = 10; i < 20; i++) {
      table.put(sts(i, i % 4));
    }

    assertThat(only(table.snapshots(AT))).isEqualTo(first);
    assertThat(only(table.finalSnapshots(AT)).n()).isEqualTo(20);
    clock.addAndGet(10_000);
    assertThat(only(table.snapshots(AT)).n()).isEqualTo(20);
  }

  private static Score sts(int number, double gold) {
    return Scores.score(
        "sts",
        "s" + number,
        1,
        Status.SCORED,
        null,
        List.of(Scores.additive("cosine_pearson", number / 20.0, gold)));
  }

  @Test
  void queriesCanBeLookedAtOneByOne() {
    ScoreTable table = table();
    var random = new Random(3);
    for (int i = 0; i < 500; i++) {
      table.put(Scores.any(random));
    }

    var units = table.units("search", "ndcg@10");
    assertThat(units).isNotEmpty().allMatch(unit -> unit.value() >= 0 && unit.value() <= 1);
    assertThat(table.units("qa", "exact_match")).isEmpty();
    assertThatThrownBy(() -> table.units("qa", "bleu")).hasMessageContaining("no metric bleu");
  }

  @Test
  void durationsAreKnownToTwoPerCent() {
    var durations = new CallDurations();
    for (int i = 1; i <= 10_000; i++) {
      durations.count(i, 1);
    }
    durations.count(5, 1);
    durations.count(5, -1);

    assertThat(durations.quantile(0.5).orElseThrow()).isCloseTo(5000, within(100.0));
    assertThat(durations.quantile(0.95).orElseThrow()).isCloseTo(9500, within(190.0));
  }

  @Test
  void clustersAreCountedThroughGrowthAndRemoval() {
    var clusters = new ClusterCounts();
    for (long hash = 0; hash < 1000; hash++) {
      clusters.add(hash << 32);
    }
    assertThat(clusters.present()).isEqualTo(1000);
    assertThat(clusters.allSingle()).isTrue();
    clusters.add(7L << 32);
    assertThat(clusters.allSingle()).isFalse();
    clusters.remove(7L << 32);
    clusters.remove(8L << 32);
    assertThat(clusters.allSingle()).isTrue();
    assertThat(clusters.present()).isEqualTo(999);
  }

  @Test
  void snapshotsBearTheTimeThatIsGiven() {
    assertThat(only(qa().snapshots(Instant.EPOCH)).at()).isEqualTo(Instant.EPOCH);
  }
}
