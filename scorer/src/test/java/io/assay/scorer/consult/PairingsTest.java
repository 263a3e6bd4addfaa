package io.assay.scorer.consult;

import static io.assay.scorer.Fixtures.answer;
import static io.assay.scorer.Fixtures.key;
import static io.assay.scorer.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Candidate;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.wire.SamplePartitioner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingsTest {

  private final Pairings pairings = new Pairings();

  @Test
  void aSampleIsCompleteWhenAllRivalsHaveComeHoweverOftenEachComes() {
    pairings.assign(0, 0, 0);
    take(0, candidate("a", 1));
    take(1, candidate("a", 1));
    assertThat(pairings.complete()).isEmpty();
    take(2, candidate("b", 1));
    assertThat(pairings.complete())
        .singleElement()
        .satisfies(group -> {
          assertThat(group.candidates()).hasSize(2);
          assertThat(group.keys()).hasSize(2);
        });

    pairings.forget(pairings.complete().getFirst());
    assertThat(pairings.waiting()).isZero();
  }

  @Test
  void nothingIsGivenOutBeforeEverythingWasReadThatWasThere() {
    pairings.assign(0, 0, 4);
    take(0, candidate("a", 1));
    take(1, candidate("b", 1));
    assertThat(pairings.complete()).isEmpty();
    pairings.take(0, 2, candidate("a", 1).recordKey(), null);
    pairings.take(0, 3, candidate("b", 1).recordKey(), null);
    assertThat(pairings.complete()).isEmpty();
    assertThat(pairings.waiting()).isZero();
    take(4, candidate("a", 2));
    take(5, candidate("b", 2));
    assertThat(pairings.complete()).hasSize(1);
  }

  @Test
  void aPartitionThatWasRevokedIsForgotten() {
    pairings.assign(0, 0, 0);
    take(0, candidate("a", 1));
    pairings.revoke(0);
    take(1, candidate("b", 1));
    assertThat(pairings.waiting()).isZero();
    assertThat(pairings.complete()).isEmpty();
  }

  @Test
  void allAnswersToASampleAreInOnePartition() {
    for (int sample = 0; sample < 100; sample++) {
      assertThat(partition(candidate("a|x", sample)))
          .isEqualTo(partition(candidate("other/model", sample)));
    }
  }

  private static int partition(Candidate candidate) {
    return SamplePartitioner.partition(candidate.recordKey().getBytes(StandardCharsets.UTF_8), 6);
  }

  private void take(long offset, Candidate candidate) {
    pairings.take(0, offset, candidate.recordKey(), candidate);
  }

  private static Candidate candidate(String model, int sample) {
    var key = key("job", model, sample);
    var metrics = List.of(Panels.metric("win_rate", Panels.JUDGES));
    var prompt = output(key, "42", answer("42"), metrics, Panels.judging("a", "b")).prompt();
    var draft =
        new Score(
            key,
            "output",
            Status.SCORED,
            "c",
            List.of(),
            null,
            1.0,
            Completion.Usage.UNKNOWN,
            false,
            Instant.EPOCH);
    return new Candidate(prompt, draft, new Answer.Text("42"));
  }
}
