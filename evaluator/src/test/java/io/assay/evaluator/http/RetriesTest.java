package io.assay.evaluator.http;

import static io.assay.evaluator.http.Outcome.Cause.FAILED;
import static io.assay.evaluator.http.Outcome.Cause.LATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.blobs.NoBlobStore;
import io.assay.contracts.event.Completion;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.TestPrompts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetriesTest {

  private final Retries retries = new Retries(Duration.ofMillis(2), Duration.ofMillis(5));
  private final Endpoint endpoint = Endpoint.of("http://model");

  private static CallContext call(int maxRetries, Duration limit, boolean cancelled) {
    return new CallContext(
        TestPrompts.question(TestPrompts.model("openai", "m", "{}"), "s1", "?", ""),
        maxRetries,
        limit,
        () -> cancelled,
        new NoBlobStore());
  }

  private static Outcome failing(Outcome.Cause cause, @Nullable Duration after) {
    return new Outcome.Passing(cause, "it failed", Optional.ofNullable(after));
  }

  @Test
  void aFailureThatMayPassIsTriedAgainUntilRetriesAreUsedUp() throws InterruptedException {
    assertThat(
            retries.run(
                call(2, Duration.ofSeconds(5), false), endpoint, 0, _ -> failing(FAILED, null)))
        .isEqualTo(new Completion.Unavailable(3, "it failed"));
  }

  @Test
  void aLateLastAttemptIsATimeout() throws InterruptedException {
    assertThat(
            retries.run(
                call(0, Duration.ofSeconds(5), false), endpoint, 0, _ -> failing(LATE, null)))
        .isEqualTo(new Completion.TimedOut(1, "it failed"));
  }

  @Test
  void aCancelledJobIsNotAsked() throws InterruptedException {
    var asked = new AtomicInteger();
    var completion =
        retries.run(
            call(2, Duration.ofSeconds(5), true),
            endpoint,
            0,
            _ -> {
              asked.incrementAndGet();
              return failing(FAILED, null);
            });

    assertThat(completion).isInstanceOf(Completion.Skipped.class);
    assertThat(asked).hasValue(0);
  }

  @Test
  void everyAttemptGivesItsPlaceBack() throws InterruptedException {
    retries.run(call(3, Duration.ofSeconds(5), false), endpoint, 0, _ -> failing(FAILED, null));

    assertThat(endpoint.taken()).isZero();
  }

  @Test
  void theServersWaitIsKept() throws InterruptedException {
    var times = new long[2];
    var attempt = new AtomicInteger();
    retries.run(
        call(1, Duration.ofSeconds(5), false),
        endpoint,
        0,
        _ -> {
          times[attempt.getAndIncrement()] = System.nanoTime();
          return failing(FAILED, Duration.ofMillis(100));
        });

    assertThat(times[1] - times[0]).isGreaterThanOrEqualTo(Duration.ofMillis(100).toNanos());
  }
}
