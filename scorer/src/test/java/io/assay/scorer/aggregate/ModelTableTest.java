package io.assay.scorer.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.scorer.Fixtures;
import io.assay.tasks.aggregate.ScoreTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ModelTableTest {

  private final Recorder sent = new Recorder();
  private final ModelTable table =
      new ModelTable(
          new ScoreTable(
              "job", "a", Fixtures.job("job", Job.State.RUNNING, Map.of(), "a").document().tasks()),
          17);

  @Test
  void countsAreSentOnceUntilTheyChange() {
    table.put(score(1));
    table.publishProgress(sent);
    table.publishProgress(sent);
    assertThat(sent.what).containsExactly("progress 1");

    table.put(score(2));
    table.publishProgress(sent);
    assertThat(sent.what).containsExactly("progress 1", "progress 2");
  }

  @Test
  void newerCountsWaitForTheArrivalOfOlderOnes() {
    sent.hold = true;
    table.put(score(1));
    table.publishProgress(sent);
    table.put(score(2));
    table.put(score(3));
    table.publishProgress(sent);
    assertThat(sent.what).containsExactly("progress 1");

    sent.arrive();
    table.publishProgress(sent);
    assertThat(sent.what).containsExactly("progress 1", "progress 3");
  }

  @Test
  void countsThatDidNotArriveAreSentAgain() {
    sent.hold = true;
    table.put(score(1));
    table.publishProgress(sent);
    sent.fail();
    table.publishProgress(sent);
    assertThat(sent.what).containsExactly("progress 1", "progress 1");
  }

  @Test
  void finalMetricsComeBeforeTheLastCountsAndNothingAfterThem() {
    table.put(score(1));
    assertThat(table.takeForFinal(2)).isFalse();
    table.put(score(2));
    assertThat(table.takeForFinal(2)).isTrue();
    assertThat(table.takeForFinal(2)).isFalse();

    table.publishFinal(sent);
    assertThat(table.put(score(2))).isEqualTo(ModelTable.Put.LATE);
    table.publishProgress(sent);
    table.publishMetrics(sent);
    assertThat(sent.what).containsExactly("final exact_match", "final token_f1", "last 2");
  }

  @Test
  void theLastCountsWaitUntilAllMetricsHaveArrived() {
    sent.hold = true;
    table.takeForFinal(0);
    table.publishFinal(sent);
    assertThat(sent.what).containsExactly("final exact_match", "final token_f1");
    sent.arrive();
    assertThat(sent.what).endsWith("last 0");
  }

  @Test
  void finalMetricsThatDidNotArriveAreClaimedAgain() {
    sent.hold = true;
    table.takeForFinal(0);
    table.publishFinal(sent);
    sent.fail();
    assertThat(table.takeForFinal(0)).isTrue();
  }

  @Test
  void nothingIsSentForATableThatWasDropped() {
    sent.hold = true;
    table.takeForFinal(0);
    table.publishFinal(sent);
    table.drop();
    sent.arrive();
    table.publishProgress(sent);
    assertThat(sent.what).containsExactly("final exact_match", "final token_f1");
  }

  private static Score score(int sample) {
    return new Score(
        Fixtures.key("job", "a", sample),
        "output",
        Status.TIMEOUT,
        "cluster",
        List.of(),
        "late",
        null,
        Completion.Usage.UNKNOWN,
        false,
        Instant.EPOCH);
  }

  /// Writes down what is sent, and lets it arrive when told to.
  private static final class Recorder implements AggregatePublisher {
    private final List<String> what = new ArrayList<>();
    private List<CompletableFuture<Receipt>> away = new ArrayList<>();
    private boolean hold;

    @Override
    public CompletionStage<Receipt> publish(MetricSnapshot it) {
      return send((it.last() ? "final " : "live ") + it.name());
    }

    @Override
    public CompletionStage<Receipt> publish(Progress it) {
      return send((it.last() ? "last " : "progress ") + it.counts().settled());
    }

    private CompletionStage<Receipt> send(String record) {
      what.add(record);
      var arrival = new CompletableFuture<Receipt>();
      if (hold) {
        away.add(arrival);
      } else {
        arrival.complete(Receipt.GIVEN);
      }
      return arrival;
    }

    void arrive() {
      taken().forEach(it -> it.complete(Receipt.GIVEN));
    }

    void fail() {
      taken().forEach(it -> it.completeExceptionally(new IllegalStateException("no broker")));
    }

    private List<CompletableFuture<Receipt>> taken() {
      var all = away;
      away = new ArrayList<>();
      return all;
    }
  }
}
