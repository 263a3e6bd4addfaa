package io.assay.dashboard.live;

import static io.assay.dashboard.Samples.AT;
import static io.assay.dashboard.Samples.METRIC;
import static io.assay.dashboard.Samples.checkpoint;
import static io.assay.dashboard.Samples.job;
import static io.assay.dashboard.Samples.metric;
import static io.assay.dashboard.Samples.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.event.Job;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveStateTest {

  private final LiveState live = new LiveState(Clock.fixed(AT.plusSeconds(100), ZoneOffset.UTC));

  @Test
  void whatWasIssuedIsWhatIsSettledOrInFlight() {
    live.take(job("j", Job.State.RUNNING, "a"));
    live.take(checkpoint("j", "a", 30, 100));
    live.take(progress("j", "a", 20, 0));

    var counts = live.job("j").orElseThrow().models().getFirst().counts();

    assertThat(counts.issued()).isEqualTo(30);
    assertThat(counts.total()).isEqualTo(100);
    assertThat(counts.inFlight()).isEqualTo(30 - 20 - 1);
    assertThat(live.job("j").orElseThrow().done()).isEqualTo(21);
    assertThat(live.job("j").orElseThrow().failed()).isEqualTo(1);
  }

  @Test
  void progressThatIsReadBeforeItsCheckpointDoesNotMakeCountsNegative() {
    live.take(job("j", Job.State.RUNNING, "a"));
    live.take(progress("j", "a", 20, 0));

    var counts = live.job("j").orElseThrow().models().getFirst().counts();

    assertThat(counts.inFlight()).isZero();
    assertThat(counts.issued()).isEqualTo(21);
    assertThat(counts.total()).isNull();
  }

  @Test
  void aJobIsSettledWhenItHasEndedAndAllFinalMetricsAreHere() {
    live.take(job("j", Job.State.COMPLETED, "a", "b"));
    live.take(checkpoint("j", "a", 11, 11));
    live.take(progress("j", "a", 10, 1));
    assertThat(live.job("j").orElseThrow().settled()).isFalse();

    live.take(metric("j", "a", 0.5, 10, true));
    assertThat(live.job("j").orElseThrow().settled()).isTrue(); // b was never asked

    live.take(job("j", Job.State.FINISHING, "a", "b"));
    assertThat(live.job("j").orElseThrow().settled()).isFalse();
  }

  @Test
  void theRateIsWhatWasSettledInTheLastTenSeconds() {
    var rate = new Rate();
    for (int second = 0; second <= 60; second++) {
      long settled = second <= 30 ? second * 10L : 300 + (second - 30) * 50L;
      rate.take(settled, AT.plusSeconds(second), AT.plusSeconds(second));
    }
    assertThat(rate.perSecond(AT, AT.plusSeconds(60))).isEqualTo(50, within(0.01));
    assertThat(rate.perSecond(AT, AT.plusSeconds(71))).isZero();
  }

  @Test
  void onlyWhatIsNewerIsSent() {
    live.take(job("j", Job.State.RUNNING, "a", "b"));
    live.take(metric("j", "a", 0.5, 10, false));
    live.take(metric("j", "b", 0.6, 10, false));
    var all = live.since("j", -1);
    assertThat(all.cells()).hasSize(2);
    assertThat(all.job()).isPresent();

    live.take(metric("j", "b", 0.7, 20, false));
    var changed = live.since("j", all.version());

    assertThat(changed.cells())
        .singleElement()
        .satisfies(cell -> assertThat(cell.values()).contains("b", 0.7));
    assertThat(changed.job()).isEmpty();
    assertThat(live.since("j", changed.version()).cells()).isEmpty();
  }

  @Test
  void curvesAreThinnedAndKeepTheirEnds() {
    live.take(job("j", Job.State.RUNNING, "a"));
    for (int n = 1; n <= 5000; n++) {
      live.take(metric("j", "a", 0.5, n, false));
    }
    var points = live.series("j", "", METRIC, Map.of());
    assertThat(points).hasSizeBetween(100, 300);
    assertThat(points.getFirst().n()).isEqualTo(1);
    assertThat(points.getLast().n()).isEqualTo(5000);
  }

  @Test
  void jobsAreFoundByStateAndByWhatTheyMention() {
    live.take(job("j1", Job.State.RUNNING, "openai/gpt"));
    live.take(job("j2", Job.State.COMPLETED, "local/bge"));
    assertThat(live.jobs(Set.of(), "", 0, 10).total()).isEqualTo(2);
    assertThat(live.jobs(Set.of(Job.State.RUNNING), "", 0, 10).rows())
        .extracting(JobRow::jobId)
        .containsExactly("j1");
    assertThat(live.jobs(Set.of(), "BGE", 0, 10).rows())
        .extracting(JobRow::jobId)
        .containsExactly("j2");
    assertThat(live.jobs(Set.of(), "", 1, 10).rows()).hasSize(1);
  }
}
