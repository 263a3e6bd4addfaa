package io.assay.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.assay.blobs.NoBlobStore;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.provider.TestPrompts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageTest {

  private static final ModelSpec MODEL = TestPrompts.model("openai", "m", "{}");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean up = new AtomicBoolean();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    threads.shutdownNow();
    threads.close();
  }

  private Future<Completion> call(Retries retries) {
    var call =
        new CallContext(
            TestPrompts.question(MODEL, "s1", "?", ""),
            0,
            Duration.ofMillis(300),
            () -> false,
            new NoBlobStore());
    return threads.submit(() -> retries.run(call, _ -> ask(call)));
  }

  private Outcome ask(CallContext call) {
    asked.incrementAndGet();
    call.attempt();
    return new Outcome.Settled(
        up.get()
            ? new Completion.Answered(
                new Answer.Text("yes"), "stop", Completion.Usage.UNKNOWN, null)
            : new Completion.Unavailable(1, "the key is wrong"));
  }

  private static Retries retries(Outages outages) {
    return new Retries(Duration.ofMillis(1), Duration.ofMillis(2), outages);
  }

  @Test
  void afterTenFailuresInARowAllCallsAreHeldAndGoOnWhenTheModelAnswers() throws Exception {
    var outages = new Outages(Duration.ofMinutes(10));
    var retries = retries(outages);
    List<Future<Completion>> held = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      held.add(call(retries));
    }
    await().until(() -> asked.get() >= 30);

    await()
        .untilAsserted(() ->
            assertThat(outages.open())
                .singleElement()
                .satisfies(outage -> {
                  assertThat(outage.model()).isEqualTo(MODEL.id());
                  assertThat(outage.reason()).isEqualTo("the key is wrong");
                }));
    assertThat(held).noneMatch(Future::isDone);

    up.set(true); // seen by the one that tries again, though 300 ms are long over
    for (var call : held) {
      assertThat(call.get()).isInstanceOf(Completion.Answered.class);
    }
    assertThat(outages.open()).isEmpty();
  }

  @Test
  void anAnswerBetweenFailuresMeansThatTheyAreTheSamples() throws Exception {
    var retries = retries(new Outages(Duration.ofMinutes(10)));
    for (int i = 0; i < 3; i++) {
      up.set(false);
      List<Future<Completion>> bad = new ArrayList<>();
      for (int j = 0; j < Outage.ENOUGH - 1; j++) {
        bad.add(call(retries));
      }
      int before = (i + 1) * (Outage.ENOUGH - 1) + i;
      await().until(() -> asked.get() == before);
      assertThat(bad).noneMatch(Future::isDone);
      up.set(true);
      assertThat(call(retries).get()).isInstanceOf(Completion.Answered.class);
      for (var call : bad) {
        assertThat(call.get()).isInstanceOf(Completion.Unavailable.class);
      }
    }
  }

  @Test
  void whenThePatienceEndsTheyFailWithTheReason() throws Exception {
    var retries = retries(new Outages(Duration.ofMillis(50)));
    List<Future<Completion>> calls = new ArrayList<>();
    for (int i = 0; i < 3 * Outage.ENOUGH; i++) {
      calls.add(call(retries));
    }
    for (var call : calls) {
      assertThat(call.get())
          .isInstanceOfSatisfying(
              Completion.Unavailable.class,
              failed -> assertThat(failed.lastError()).isEqualTo("the key is wrong"));
    }
  }

  @Test
  void withoutPatienceNothingIsHeld() throws Exception {
    var retries = retries(Outages.none());
    for (int i = 0; i < 3 * Outage.ENOUGH; i++) {
      assertThat(call(retries).get()).isInstanceOf(Completion.Unavailable.class);
    }
    assertThat(asked).hasValue(3 * Outage.ENOUGH);
  }
}
