package io.assay.producer.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Job;
import io.assay.contracts.event.WorkerState;
import io.assay.contracts.spec.Limits;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.support.Specs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolWatchTest {

  private static final Instant SUBMITTED = Instant.EPOCH;

  private static final TaskSpec TASK = Specs.task(Specs.file("d.jsonl"), Specs.fields(null), null);

  private final ServedPools pools = new ServedPools();
  private final PoolWatch watch = new PoolWatch(pools, Instant.EPOCH.minusSeconds(60));

  private static Instant after(long seconds) {
    return SUBMITTED.plus(Duration.ofSeconds(seconds));
  }

  private void heard(String pool, Instant at) {
    pools.heard(new WorkerState("w", List.of(pool), List.of(), 0, 1, List.of(), at), at);
  }

  private static Job job(@Nullable String message) {
    return Jobs.saying(Specs.job("j", Map.of("fake/m", 1L), TASK, Limits.NONE), message);
  }

  @Test
  void aPoolThatNobodyServesIsNamedWithinTenSecondsWithWhatToStart() {
    var changed = watch.changed(job(null), after(9)).orElseThrow();

    assertThat(changed.message())
        .contains(
            "Nobody serves the pool " + ModelSpec.DEFAULT_POOL,
            changed.document().models().getFirst().id(),
            "ASSAY_EVALUATOR_POOLS=" + ModelSpec.DEFAULT_POOL);
    assertThat(watch.changed(changed, after(10))).isEmpty();
  }

  @Test
  void itIsTakenBackWhenAWorkerComesAndWhatWasSaidBeforeStays() {
    var warned = watch.changed(job("2 rows are left out"), after(9)).orElseThrow();
    assertThat(warned.message()).startsWith("2 rows are left out Nobody serves");
    heard(ModelSpec.DEFAULT_POOL, after(10));

    assertThat(watch.changed(warned, after(11)).orElseThrow().message())
        .isEqualTo("2 rows are left out");
  }

  @Test
  void aWorkerThatFallsSilentIsMissed() {
    heard(ModelSpec.DEFAULT_POOL, after(0));
    assertThat(watch.changed(job(null), after(6))).isEmpty();

    assertThat(watch.changed(job(null), after(8))).isPresent();
  }

  @Test
  void aModelThatGivesNoAnswersIsNamedWithTheReasonUntilItDoes() {
    var outage =
        new WorkerState.Outage(
            "fake/m", List.of("j"), "no connection to box:1", after(5), after(605));
    pools.heard(state(List.of(outage), after(9)), after(9));

    var changed = watch.changed(job("2 rows are left out"), after(9)).orElseThrow();
    assertThat(changed.message())
        .isEqualTo(
            "2 rows are left out No answers from fake/m since 00:00:05 UTC: no connection to box:1."
                + " Its samples wait and are tried again until 00:10:05, then they fail.");
    assertThat(watch.waiting(changed, after(9))).containsExactly("fake/m");

    pools.heard(state(List.of(), after(10)), after(10));
    assertThat(watch.changed(changed, after(10)).orElseThrow().message())
        .isEqualTo("2 rows are left out");
    assertThat(watch.waiting(changed, after(10))).isEmpty();
  }

  private static WorkerState state(List<WorkerState.Outage> outages, Instant at) {
    return new WorkerState("w", List.of(ModelSpec.DEFAULT_POOL), List.of(), 1, 1, outages, at);
  }

  @Test
  void aYoungJobAndAPausedOneWarnOfNothing() {
    assertThat(watch.changed(job(null), after(3))).isEmpty();
    assertThat(Jobs.pause(job(null)))
        .isInstanceOfSatisfying(
            Jobs.Command.Change.class,
            paused -> assertThat(watch.changed(paused.job(), after(9))).isEmpty());
  }
}
