package io.assay.tasks.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.Metrics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The program is a small one of ours, run by this very JVM's `java`.
class CommandMetricTest {

  @BeforeEach
  void allow() {
    System.setProperty(CommandMetric.ALLOWED, "true");
  }

  @AfterEach
  void forbid() {
    System.clearProperty(CommandMetric.ALLOWED);
  }

  private static Metric metric(String behaviour, double timeout) {
    ArrayNode command = JsonNodeFactory.instance.arrayNode();
    command
        .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .add("-cp")
        .add(System.getProperty("java.class.path"))
        .add(JudgeProgram.class.getName())
        .add(behaviour);
    return Metrics.create(
        new MetricSpec(
            "command",
            "mine",
            Map.of("command", command, "timeout", JsonNodeFactory.instance.numberNode(timeout))));
  }

  private static Judgement judge(Metric metric, String answer) {
    return metric.judge(Judging.sample(Judging.text("Rome")), new Answer.Text(answer));
  }

  @Test
  void theProgramsNumberIsTheSamplesValue() {
    Metric metric = metric("equal", 60);

    assertThat(Judging.value(metric, "Rome", Judging.text("Rome"))).isEqualTo(1);
    assertThat(Judging.value(metric, "line\nPar\"is", Judging.text("Rome"))).isZero();
    assertThat(Judging.judged(metric, "Rome", Judging.text("Rome")).explanation())
        .isEqualTo("compared");
  }

  @Test
  void aProgramThatCannotJudgeEndsOrIsSlowFailsTheSampleAlone() {
    assertThat(judge(metric("refuse", 60), "x"))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class, it -> assertThat(it.reason()).contains("too hard"));
    assertThat(judge(metric("nonsense", 60), "x")).isInstanceOf(Judgement.Unjudgeable.class);
    assertThat(judge(metric("silent", 0.2), "x"))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class, it -> assertThat(it.reason()).contains("no answer"));
    Metric once = metric("once", 60);
    for (String answer : List.of("x", "y", "z")) { // which ends after each answer
      assertThat(judge(once, answer)).isInstanceOf(Judgement.Judged.class);
    }
  }

  @Test
  void whatAProgramWritesOutOfTurnIsNeverTheNextAnswer() {
    Metric chatty = metric("chatty", 60);
    for (int i = 0; i < 3; i++) {
      assertThat(judge(chatty, "x"))
          .isInstanceOfSatisfying(
              Judgement.Unjudgeable.class,
              it -> assertThat(it.reason()).contains("more than one line for one question"));
    }
  }

  @Test
  void garbageAndALineWithoutEndFailTheSampleAlone() {
    assertThat(judge(metric("garbage", 60), "x"))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class, it -> assertThat(it.reason()).contains("no JSON"));
    assertThat(judge(metric("endless", 60), "x"))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class,
            it -> assertThat(it.reason()).contains("a line of more than"));
  }

  @Test
  void aProgramThatNeverReadsDoesNotHoldUpTheStream() {
    assertThat(judge(metric("deaf", 0.5), "x".repeat(10_000_000)))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class, it -> assertThat(it.reason()).contains("no answer"));
  }

  @Test
  void itIsRefusedWithoutACommandOrWhereNobodyAllowsIt() {
    assertThatThrownBy(() -> Metrics.create(MetricSpec.of("command")))
        .hasMessageContaining("needs a command");
    System.clearProperty(CommandMetric.ALLOWED);
    assertThatThrownBy(() -> metric("equal", 1)).hasMessageContaining(CommandMetric.ALLOWED);
  }
}
