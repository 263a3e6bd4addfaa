package io.assay.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void noInterruptIsLeft() {
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aQuickCallIsLeftAlone() throws Exception {
    String value = Watchdog.watch(LONG, LONG, LONG, _ -> "done");

    assertThat(value).isEqualTo("done");
  }

  @Test
  void theDeadlineInterrupts() {
    assertThatThrownBy(() ->
            Watchdog.watch(
                SHORT,
                SHORT,
                LONG,
                _ -> {
                  never.await();
                  return "";
                }))
        .isInstanceOf(Watchdog.Timeout.class)
        .hasMessage("no complete answer within 50 ms");
  }

  @Test
  void silenceInTheMiddleInterrupts() {
    assertThatThrownBy(() ->
            Watchdog.watch(
                LONG,
                LONG,
                SHORT,
                watchdog -> {
                  watchdog.touch();
                  never.await();
                  return "";
                }))
        .isInstanceOf(Watchdog.Timeout.class)
        .hasMessageStartingWith("the answer stopped in the middle");
  }

  @Test
  void silenceBeforeTheAnswerInterruptsAfterItsOwnLimit() {
    assertThatThrownBy(() ->
            Watchdog.watch(
                LONG,
                SHORT,
                LONG,
                _ -> {
                  never.await();
                  return "";
                }))
        .isInstanceOf(Watchdog.Timeout.class)
        .hasMessage("no answer had begun within 50 ms");
  }

  @Test
  void anInterruptFromElsewhereStaysOne() {
    var caller = Thread.currentThread();

    assertThatThrownBy(() ->
            Watchdog.watch(
                LONG,
                LONG,
                LONG,
                _ -> {
                  caller.interrupt();
                  never.await();
                  return "";
                }))
        .isInstanceOf(InterruptedException.class);
  }
}
