package io.assay.tasks.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.ModelRequest;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Circumstances;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metrics;
import java.io.FileNotFoundException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RealTimeFactorTest {

  private static final Blob BLOB = new Blob("0".repeat(64), "audio/wav", 7);
  private final AdditiveMetric metric = (AdditiveMetric) Metrics.create(Judging.spec("rtfx", "{}"));

  private Judgement judge(
      @Nullable Double known, @Nullable Double said, @Nullable Double callSeconds) {
    return metric.judge(
        Judging.sample(null),
        new Answer.Transcript("hi", null, said, List.of()),
        new Circumstances(
            new ModelRequest.Transcribe(BLOB, known, null, null, false, false),
            callSeconds,
            _ -> {
              throw new FileNotFoundException("no media here");
            }));
  }

  private static List<Double> statistics(Judgement judgement) {
    return ((Judgement.Judged) judgement).contribution().statistics();
  }

  @Test
  void itIsTheSumOfDurationsByTheSumOfTimes() {
    var one = statistics(judge(10.0, null, 2.0));
    var other = statistics(judge(20.0, null, 1.0));

    assertThat(metric.value(new double[] {one.get(0) + other.get(0), one.get(1) + other.get(1)}))
        .hasValue(10);
  }

  @Test
  void theDoorsDurationComesBeforeTheModels() {
    assertThat(statistics(judge(10.0, 99.0, 2.0))).containsExactly(10.0, 2.0);
    assertThat(statistics(judge(null, 99.0, 2.0))).containsExactly(99.0, 2.0);
  }

  @Test
  void withoutDurationOrTimeThereIsNone() {
    assertThat(judge(null, null, 2.0)).isInstanceOf(Judgement.Unjudgeable.class);
    assertThat(judge(1.0, null, null)).isInstanceOf(Judgement.Unjudgeable.class);
    assertThat(judge(1.0, null, 0.0)).isInstanceOf(Judgement.Unjudgeable.class);
    assertThat(metric.value(new double[2])).isEmpty();
  }

  @Test
  void aTranscriptIsJudgedAsTheTextIs() {
    var wer = Metrics.create(Judging.spec("wer", "{}"));
    var sample = Judging.sample(Judging.text("the cat sat"));

    assertThat(wer.judge(sample, new Answer.Transcript("the cat", null, null, List.of())))
        .isEqualTo(wer.judge(sample, new Answer.Text("the cat")));
  }

  @Test
  void anEmptyTranscriptMissesEveryWordAndSilenceHasNone() {
    var wer = Metrics.create(Judging.spec("wer", "{}"));
    var nothing = new Answer.Transcript("", null, null, List.of());

    assertThat(statistics(wer.judge(Judging.sample(Judging.text("the cat sat")), nothing)))
        .containsExactly(0.0, 0.0, 3.0, 0.0, 1.0);
    assertThat(statistics(wer.judge(Judging.sample(Judging.text("")), nothing)))
        .containsExactly(0.0, 0.0, 0.0, 0.0, 1.0);
  }
}
