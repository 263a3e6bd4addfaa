package io.assay.producer.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Counts;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.Progress;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.Limits;
import io.assay.producer.job.Ledger.Step;
import io.assay.producer.support.Specs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Instant NOW = Instant.EPOCH;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void aJobRunsFinishesAndEnds() {
    var ledger = ledger(Map.of("a", 2L));
    assertThat(ledger.next()).isEqualTo(Step.START);
    ledger.accept(ledger.running(NOW));
    assertThat(ledger.credit("a")).isEqualTo(2);
    ledger.issue("a", 2, NOW);
    ledger.settle(progress("a", 1, false), NOW);
    assertThat(ledger.next()).isEqualTo(Step.WAIT);
    ledger.settle(progress("a", 2, false), NOW);
    assertThat(ledger.next()).isEqualTo(Step.FINISH);
    ledger.accept(ledger.finishing());
    assertThat(ledger.job().issued()).containsEntry("a", 2L);
    assertThat(ledger.next()).isEqualTo(Step.WAIT);
    ledger.settle(progress("a", 2, true), NOW);

    assertThat(ledger.next()).isEqualTo(Step.CONCLUDE);
    assertThat(Jobs.ended(ledger.job(), List.of(), NOW).state()).isEqualTo(Job.State.COMPLETED);
  }

  @Test
  void aCancelledJobSettlesWhatIsOutAndEnds() {
    var ledger = running(Map.of("a", 100L, "b", 100L));
    ledger.issue("a", 10, NOW);
    ledger.accept(changed(Jobs.cancel(ledger.job())));

    assertThat(ledger.credit("a")).isZero();
    assertThat(ledger.next()).isEqualTo(Step.WAIT);
    ledger.settle(progress("a", 10, false), NOW);
    assertThat(ledger.next()).isEqualTo(Step.FINISH);
    ledger.accept(ledger.finishing());
    ledger.settle(progress("a", 10, true), NOW);
    assertThat(ledger.next()).as("nothing of b was issued").isEqualTo(Step.CONCLUDE);
    assertThat(Jobs.ended(ledger.job(), List.of(), NOW).state()).isEqualTo(Job.State.CANCELLED);
  }

  @Test
  void aPausedJobGetsNoCreditUntilItIsResumed() {
    var ledger = running(Map.of("a", 100L));
    ledger.accept(changed(Jobs.pause(ledger.job())));
    assertThat(ledger.credit("a")).isZero();
    assertThat(ledger.next()).isEqualTo(Step.WAIT);

    ledger.accept(changed(Jobs.resume(ledger.job())));

    assertThat(ledger.credit("a")).isEqualTo(40);
  }

  @Test
  void aJobThatCannotGoOnEndsAsFailed() {
    var ledger = running(Map.of("a", 100L));
    ledger.accept(Jobs.failed(ledger.job(), "the file is gone"));

    assertThat(ledger.next()).isEqualTo(Step.FINISH);
    var ended = Jobs.ended(ledger.finishing(), List.of(), NOW);
    assertThat(ended.state()).isEqualTo(Job.State.FAILED);
    assertThat(ended.message()).isEqualTo("the file is gone");
  }

  @Test
  void whatHasEndedCannotBeChanged() {
    var ended = Jobs.ended(running(Map.of("a", 1L)).job(), List.of(), NOW);

    assertThat(Jobs.cancel(ended)).isInstanceOf(Jobs.Command.Impossible.class);
    assertThat(Jobs.pause(ended)).isInstanceOf(Jobs.Command.Impossible.class);
    assertThat(Jobs.resume(ended)).isInstanceOf(Jobs.Command.Impossible.class);
  }

  @Test
  void creditIsGivenInPartsThatAreWorthATransaction() {
    var ledger = running(Map.of("a", 1000L));
    ledger.issue("a", 40, NOW);
    ledger.settle(progress("a", 9, false), NOW);
    assertThat(ledger.credit("a")).isZero();

    ledger.settle(progress("a", 10, false), NOW);

    assertThat(ledger.credit("a")).isEqualTo(10);
  }

  @Test
  void patienceDoublesWithEachReissueAndIsWholeAgainAfterProgress() {
    var ledger = running(Map.of("a", 100L));
    ledger.issue("a", 10, NOW);
    assertThat(ledger.stalled(NOW.plusSeconds(10))).isEmpty();
    assertThat(ledger.stalled(NOW.plusSeconds(11))).containsExactly("a");
    ledger.reissued("a", true, NOW.plusSeconds(11));
    assertThat(ledger.stalled(NOW.plusSeconds(31))).isEmpty();
    assertThat(ledger.stalled(NOW.plusSeconds(32))).containsExactly("a");

    ledger.settle(progress("a", 1, false), NOW.plusSeconds(40));

    assertThat(ledger.reissues("a")).isZero();
    assertThat(ledger.stalled(NOW.plusSeconds(51))).containsExactly("a");
  }

  @Test
  void anOldReportChangesNothing() {
    var ledger = running(Map.of("a", 100L));
    ledger.issue("a", 40, NOW);
    ledger.settle(progress("a", 30, false), NOW);
    ledger.settle(progress("a", 20, false), NOW);

    assertThat(ledger.inFlight()).isEqualTo(10);
  }

  private static Job changed(Jobs.Command command) {
    return ((Jobs.Command.Change) command).job();
  }

  private static Ledger running(Map<String, Long> totals) {
    var ledger = ledger(totals);
    ledger.accept(ledger.running(NOW));
    return ledger;
  }

  static Ledger ledger(Map<String, Long> totals) {
    var task = Specs.task(Specs.file("d.jsonl"), FieldMapping.DEFAULTS, null);
    return new Ledger(Specs.job("j", totals, task, Limits.NONE), null, 40, PATIENCE, NOW);
  }

  static Progress progress(String model, long settled, boolean last) {
    return new Progress(
        "j",
        model,
        Counts.NONE.plus(io.assay.contracts.event.Status.SCORED, settled),
        Map.of(),
        0,
        null,
        null,
        Completion.Usage.UNKNOWN,
        last,
        last ? 1 : 0,
        NOW);
  }
}
