package io.assay.tasks.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PassAtKTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("pass@1", "{\"timeout_seconds\": 5, \"extraction\": \"none\"}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return CodeCases.any(random, number);
  }

  @Test
  void itIsTheMeanOverTasksNotOverPrograms() {
    SetMetric metric = (SetMetric) Metrics.create(MetricSpec.of("pass@2"));
    var rows = new ArrayList<SetMetric.Row>();
    rows.addAll(rows(metric, "a", 10, 3));
    rows.addAll(rows(metric, "b", 2, 0));

    SetMetric.Prepared prepared = metric.prepare(rows);

    assertThat(prepared.value().orElseThrow())
        .isCloseTo((1 - 7.0 * 6 / (10 * 9)) / 2, within(1e-12));
    assertThat(prepared.clusters()).containsExactly("cluster of a", "cluster of b");
    assertThat(prepared.units().getFirst().explanation()).isEqualTo("3 of 10 programs passed");
  }

  @Test
  void aTaskWithTooFewProgramsIsLeftOutNotRight() {
    SetMetric metric = (SetMetric) Metrics.create(MetricSpec.of("pass@10"));

    assertThat(metric.prepare(rows(metric, "a", 5, 0)).value()).isEmpty();
  }

  @Test
  void aPowerOfPassIsThatAllPass() {
    SetMetric metric = (SetMetric) Metrics.create(MetricSpec.of("pass^3"));

    assertThat(metric.prepare(rows(metric, "a", 5, 4)).value().orElseThrow())
        .isCloseTo(4 / 10.0, within(1e-12));
    assertThat(metric.signature()).startsWith("pass^|k:3|");
  }

  @Test
  void theStatisticsSayWhatHappened() {
    assertThat(contribution("RIGHT").statistics()).containsExactly(1.0, 0.0, 0.0, 0.0);
    assertThat(contribution("wrong").statistics()).containsExactly(0.0, 0.0, 0.0, 0.0);
    assertThat(contribution("(((").statistics()).containsExactly(0.0, 1.0, 0.0, 0.0);
    assertThat(contribution("RAISE").statistics()).containsExactly(0.0, 0.0, 1.0, 0.0);
    assertThat(contribution("LOOP").statistics()).containsExactly(0.0, 0.0, 0.0, 1.0);
    assertThat(contribution("RAISE").explanation())
        .isEqualTo("runtime error: division by zero; printed “printed”");
  }

  @Test
  void aProgramThatWasNotRunIsNotJudged() {
    assertThat(judge("pass@1", "# REFUSE")).isEqualTo(new Judgement.NotJudged("no sandbox here"));
    var ada =
        CodeSamples.sample(
            "x", JSON.textNode("p"), JSON.textNode("t"), Map.of("language", JSON.textNode("ada")));

    assertThat(Metrics.create(spec()).judge(ada, new Answer.Text("x")))
        .isEqualTo(new Judgement.NotJudged("programs in ada cannot be run, only in js, python"));
    assertThat(
            Metrics.create(Judging.spec("pass@1", "{\"extraction\": \"longest\"}"))
                .judge(CodeSamples.humanEval("s"), new Answer.Text("x".repeat(2000))))
        .isInstanceOf(Judgement.Unjudgeable.class);
  }

  @Test
  void aProgramRunsOnceForAllMetrics() {
    int before = ScriptedRunner.RUNS.get();
    for (String metric : List.of("pass@1", "pass^2", "compile_rate", "timeout_rate")) {
      judge(metric, "# only here");
    }

    assertThat(ScriptedRunner.RUNS.get()).isEqualTo(before + 1);
  }

  private static List<SetMetric.Row> rows(SetMetric metric, String id, int n, int c) {
    var rows = new ArrayList<SetMetric.Row>();
    for (int i = 1; i <= n; i++) {
      Contribution contribution =
          ((Judgement.Judged)
                  metric.judge(
                      CodeSamples.humanEval(id), new Answer.Text(i <= c ? "# RIGHT" : "# wrong")))
              .contribution();
      rows.add(new SetMetric.Row(id, i, "cluster of " + id, contribution));
    }
    return rows;
  }

  private static Contribution contribution(String end) {
    return ((Judgement.Judged) judge("pass@1", "    return x # " + end)).contribution();
  }

  private static Judgement judge(String metric, String answer) {
    return Metrics.create(MetricSpec.of(metric))
        .judge(CodeSamples.humanEval("s"), new Answer.Text(answer));
  }
}
