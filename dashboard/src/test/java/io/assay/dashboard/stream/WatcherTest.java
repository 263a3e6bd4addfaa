package io.assay.dashboard.stream;

import static io.assay.dashboard.Samples.AT;
import static io.assay.dashboard.Samples.metric;
import static io.assay.dashboard.Samples.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Job;
import io.assay.dashboard.Samples;
import io.assay.dashboard.live.LiveState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WatcherTest {

  /// A clock that is moved by hand.
  private static final class HandClock extends Clock {
    private Instant now = AT;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final HandClock clock = new HandClock();
  private final LiveState live = new LiveState(clock);

  private Watcher job(long since) {
    return new Watcher(live, clock, "e", Scope.parse("job:j"), since);
  }

  @Test
  void theFirstFrameIsASnapshotAndThenOnlyChangesCome() {
    live.take(Samples.job("j", Job.State.RUNNING, "a"));
    live.take(metric("j", "a", 0.5, 10, false));
    var watcher = job(-1);

    assertThat(watcher.next())
        .startsWith("event: snapshot\nid: e-2\ndata: {")
        .contains("\"cols\":");
    assertThat(watcher.next()).isEmpty();

    live.take(metric("j", "a", 0.6, 20, false));
    assertThat(watcher.next()).startsWith("event: metrics\nid: e-3\n").doesNotContain("event: job");

    live.take(progress("j", "a", 20, 0));
    assertThat(watcher.next())
        .startsWith("event: job\nid: e-4\n")
        .doesNotContain("\"source\"")
        .doesNotContain("\"metrics\":[{");
  }

  @Test
  void aClientThatComesBackGetsWhatItMissedAndNothingTwice() {
    live.take(Samples.job("j", Job.State.RUNNING, "a", "b"));
    live.take(metric("j", "a", 0.5, 10, false));
    live.take(metric("j", "b", 0.5, 10, false));
    long seen = live.version();
    live.take(metric("j", "b", 0.6, 20, false));

    var frames = job(seen).next();

    assertThat(frames).startsWith("event: metrics").contains("\"b\"").doesNotContain("\"a\"");
  }

  @Test
  void aJobThatIsNotKnownYetIsSentWhenItComes() {
    var watcher = job(-1);
    assertThat(watcher.next()).isEmpty();
    live.take(Samples.job("j", Job.State.QUEUED, "a"));
    assertThat(watcher.next()).startsWith("event: snapshot");
  }

  @Test
  void silenceIsBrokenByAPing() {
    var watcher = job(0);
    assertThat(watcher.next()).isEmpty();
    clock.now = AT.plus(Duration.ofSeconds(11));
    assertThat(watcher.next()).startsWith("event: ping");
    assertThat(watcher.next()).isEmpty();
  }

  @Test
  void theListOfJobsSendsThoseThatChanged() {
    live.take(Samples.job("j1", Job.State.RUNNING, "a"));
    live.take(Samples.job("j2", Job.State.RUNNING, "a"));
    var watcher = new Watcher(live, clock, "e", Scope.parse("jobs"), -1);
    assertThat(watcher.next()).contains("j1").contains("j2");
    live.take(Samples.job("j2", Job.State.COMPLETED, "a"));
    assertThat(watcher.next()).contains("j2").doesNotContain("\"j1\"");
  }

  @Test
  void anUnknownScopeIsRefusedWithTheOnesThereAre() {
    assertThatThrownBy(() -> Scope.parse("workers")).hasMessageContaining("job:ID");
  }
}
