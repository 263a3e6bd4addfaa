package io.assay.scorer.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Job;
import io.assay.scorer.Fixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobBookTest {

  private final JobBook book = new JobBook();

  @Test
  void aJobThatIsReadAgainDoesNotGoBack() {
    book.learn(0, "job", job(Job.State.RUNNING));
    book.learn(1, "job", job(Job.State.COMPLETED));
    book.learn(0, "job", job(Job.State.RUNNING));
    assertThat(book.find("job")).isInstanceOf(JobStanding.Ended.class);
  }

  @Test
  void aDeletedJobHasEnded() {
    book.learn(0, "job", job(Job.State.FINISHING));
    assertThat(book.finishing()).hasSize(1);
    book.learn(1, "job", null);
    assertThat(book.hasEnded("job")).isTrue();
    assertThat(book.finishing()).isEmpty();
  }

  @Test
  void aJobThatNobodyToldOfIsUnknownAndHasNotEnded() {
    book.skip(4);
    assertThat(book.find("job")).isInstanceOf(JobStanding.Unknown.class);
    assertThat(book.hasEnded("job")).isFalse();
    assertThat(book.next()).isEqualTo(5);
  }

  private static Job job(Job.State state) {
    return Fixtures.job("job", state, Map.of(), "a");
  }
}
