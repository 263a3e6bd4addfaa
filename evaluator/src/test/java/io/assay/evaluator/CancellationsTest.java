package io.assay.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CancellationsTest {

  private final Cancellations cancellations = new Cancellations();

  @Test
  void aRunningCallOfTheJobIsInterrupted() {
    var begun = new CountDownLatch(1);
    var ended = new CompletableFuture<String>();
    Thread.startVirtualThread(() -> {
      try {
        cancellations.interruptibly(
            "job",
            () -> {
              begun.countDown();
              new CountDownLatch(1).await();
              return "";
            });
      } catch (InterruptedException _) {
        ended.complete("interrupted");
      }
    });

    assertThat(begun).satisfies(CountDownLatch::await);
    cancellations.cancel("job");

    assertThat(ended.join()).isEqualTo("interrupted");
  }

  @Test
  void otherJobsGoOn() throws InterruptedException {
    cancellations.cancel("job");

    assertThat(cancellations.interruptibly("other", () -> "answer")).isEqualTo("answer");
  }

  @Test
  void aCallOfACancelledJobDoesNotBegin() {
    cancellations.cancel("job");

    assertThatThrownBy(() -> cancellations.interruptibly("job", () -> "answer"))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void noInterruptOutlivesItsCall() throws InterruptedException {
    cancellations.interruptibly(
        "job",
        () -> {
          cancellations.cancel("job"); // interrupts this very thread
          return "";
        });

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
