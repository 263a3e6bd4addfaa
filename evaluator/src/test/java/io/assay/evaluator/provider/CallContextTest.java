package io.assay.evaluator.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.blobs.NoBlobStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallContextTest {

  private final AtomicLong now = new AtomicLong(5);
  private final CallContext call =
      new CallContext(
          TestPrompts.question(TestPrompts.model("fake", "m", "{}"), "s", "q", "t"),
          3,
          Duration.ofSeconds(10),
          () -> false,
          new NoBlobStore(),
          now::get);

  @Test
  void waitingForAPlaceDoesNotUseUpTheTimeLimit() {
    now.addAndGet(Duration.ofSeconds(60).toNanos());
    call.addWait(Duration.ofSeconds(58));

    assertThat(call.remaining()).isEqualTo(Duration.ofSeconds(8));
    assertThat(call.elapsed()).isEqualTo(Duration.ofSeconds(2));
    assertThat(call.waited()).isEqualTo(Duration.ofSeconds(58));
  }

  @Test
  void onlyTheFirstTokenIsTimed() {
    now.addAndGet(1000);
    call.firstToken();
    now.addAndGet(1000);
    call.firstToken();

    assertThat(call.untilFirstToken()).isEqualTo(Duration.ofNanos(1000));
  }

  @Test
  void pausesBetweenThePartsOfTheLastAttemptAreTimed() {
    call.attempt();
    call.part();
    now.addAndGet(Duration.ofSeconds(9).toNanos());
    call.part();
    call.attempt();
    for (int gap = 1; gap <= 21; gap++) {
      call.part();
      now.addAndGet(Duration.ofMillis(gap).toNanos());
    }

    assertThat(call.notes().gapMillis(0.5)).isEqualTo(10.0);
    assertThat(call.notes().gapMillis(0.95)).isEqualTo(19.0);
  }

  @Test
  void aPlainCallHasNothingToRecord() {
    call.attempt();

    assertThat(call.notes().record()).isNull();
    assertThat(call.notes().gapMillis(0.5)).isNull();
  }
}
