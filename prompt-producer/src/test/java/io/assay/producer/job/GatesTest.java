package io.assay.producer.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.Gate;
import io.assay.contracts.spec.Gate.On;
import io.assay.contracts.spec.Gate.Op;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.Limits;
import io.assay.contracts.spec.SliceSpec;
import io.assay.producer.support.Specs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GatesTest {

  @Test
  void theEstimateOrTheBoundNearerToFailingIsCompared() {
    var metrics = List.of(metric("a", 0.5, 0.4, 0.6));

    assertThat(passes(gate(Op.AT_LEAST, 0.5, On.ESTIMATE), metrics)).isTrue();
    assertThat(passes(gate(Op.ABOVE, 0.5, On.ESTIMATE), metrics)).isFalse();
    assertThat(passes(gate(Op.AT_LEAST, 0.5, On.BOUND), metrics)).isFalse();
    assertThat(passes(gate(Op.AT_MOST, 0.55, On.ESTIMATE), metrics)).isTrue();
    assertThat(passes(gate(Op.AT_MOST, 0.55, On.BOUND), metrics)).isFalse();
  }

  @Test
  void aMetricWithoutAValueDoesNotPass() {
    assertThat(passes(gate(Op.AT_MOST, 1, On.ESTIMATE), List.of(metric("a", null, null, null))))
        .isFalse();
    assertThat(passes(gate(Op.AT_MOST, 1, On.ESTIMATE), List.of())).isFalse();
  }

  @Test
  void aGateSpeaksOfEveryModelUnlessItNamesOne() {
    var verdicts =
        Gates.verdicts(
            job(gate(Op.AT_LEAST, 0.3, On.ESTIMATE), "a", "b"),
            List.of(metric("a", 0.5, 0.4, 0.6), metric("b", 0.1, 0.0, 0.2)));

    assertThat(verdicts)
        .extracting(each -> each.modelId() + " " + each.passed())
        .containsExactly("a true", "b false");
    assertThat(verdicts.getFirst().gate()).isEqualTo("exact_match >= 0.3");
  }

  @Test
  void aGateOnASliceComparesTheSlicesMetric() {
    var whole = metric("a", 0.5, 0.4, 0.6);
    var german = of(whole, "language=de", 0.9);
    var gate = new Gate("exact_match", null, null, "language=de", Op.AT_LEAST, 0.8, On.ESTIMATE);

    var verdicts = Gates.verdicts(job(gate, "a"), List.of(whole, german));

    assertThat(verdicts)
        .singleElement()
        .satisfies(verdict -> {
          assertThat(verdict.passed()).isTrue();
          assertThat(verdict.actual()).isEqualTo(0.9);
          assertThat(verdict.gate()).isEqualTo("exact_match of language=de >= 0.8");
        });
  }

  private static boolean passes(Gate gate, List<MetricSnapshot> metrics) {
    return Gates.verdicts(job(gate, "a"), metrics).getFirst().passed();
  }

  private static Gate gate(Op op, double value, On on) {
    return new Gate("exact_match", null, null, null, op, value, on);
  }

  private static JobDocument job(Gate gate, String... models) {
    var task =
        Specs.sliced(
            Specs.task(Specs.file("d.jsonl"), FieldMapping.DEFAULTS, null),
            SliceSpec.of("language"));
    return new JobDocument(
        "j",
        null,
        List.of(models).stream().map(Specs::model).toList(),
        List.of(task),
        Limits.NONE,
        List.of(gate));
  }

  private static MetricSnapshot of(MetricSnapshot metric, String slice, double value) {
    return new MetricSnapshot(
        metric.jobId(),
        metric.modelId(),
        metric.task(),
        slice,
        metric.name(),
        metric.signature(),
        value,
        metric.low(),
        metric.high(),
        metric.level(),
        metric.method(),
        metric.n(),
        metric.missing(),
        null,
        null,
        true,
        null,
        true,
        metric.at());
  }

  private static MetricSnapshot metric(
      String model, @Nullable Double value, @Nullable Double low, @Nullable Double high) {
    return new MetricSnapshot(
        "j",
        model,
        "qa",
        MetricSnapshot.ALL,
        "exact_match",
        "sig",
        value,
        low,
        high,
        0.95,
        "wilson",
        10,
        0,
        null,
        null,
        true,
        null,
        true,
        Instant.EPOCH);
  }
}
