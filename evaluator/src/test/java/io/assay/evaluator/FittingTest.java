package io.assay.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Output;
import io.assay.contracts.wire.RecordSize;
import io.assay.evaluator.provider.TestPrompts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FittingTest {

  private static Output output(Answer answer) {
    var prompt =
        TestPrompts.question(TestPrompts.model("fake", "echo", "{}"), "s1", "question?", "42");
    return new Output(
        "id",
        prompt,
        new Completion.Answered(answer, "stop", Completion.Usage.UNKNOWN, null),
        new Output.Timing(1, 0, null, 12.5),
        1,
        1,
        "worker",
        Instant.EPOCH);
  }

  private static Output fitted(String text) {
    var output = output(new Answer.Text(text));
    return Fitting.fitting(output, RecordSize.bytes(output.prompt()));
  }

  @Test
  void whatFitsStaysAsItIs() {
    var output = output(new Answer.Text("x".repeat(900_000)));

    assertThat(Fitting.fitting(output, RecordSize.bytes(output.prompt()))).isSameAs(output);
  }

  @Test
  void anAnswerOfTenMegabytesFailsItsSampleWithTheReason() {
    var fitted = fitted("x".repeat(10_000_000));

    assertThat(fitted.completion())
        .isInstanceOfSatisfying(
            Completion.Refused.class,
            refused -> assertThat(refused.reason()).contains("too large", "1,000,000"));
    assertThat(RecordSize.bytes(fitted)).isLessThan(RecordSize.LARGEST);
    assertThat(fitted.attempts()).isEqualTo(1);
  }

  @Test
  void whatGrowsByEscapesIsMeasuredAsItIsSent() {
    assertThat(fitted("\u0000".repeat(150_000)).completion())
        .isInstanceOf(Completion.Answered.class);
    assertThat(fitted("\u0000".repeat(200_000)).completion())
        .isInstanceOf(Completion.Refused.class);
  }
}
