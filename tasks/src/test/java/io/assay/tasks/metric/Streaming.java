package io.assay.tasks.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Completion.Usage;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.aggregate.ScoreTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Samples that come one by one, again, and judged anew give the numbers of one pass over what they
/// are in the end, to the last bit.
final class Streaming {

  private static final int SAMPLES = 16;
  private static final int ARRIVALS = 32;
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final Metric metric;
  private final MetricContract cases;
  private final Random random;

  Streaming(Metric metric, MetricContract cases, Random random) {
    this.metric = metric;
    this.cases = cases;
    this.random = random;
  }

  void check() {
    var log = new ArrayList<Score>();
    for (int i = 0; i < ARRIVALS; i++) {
      log.add(score(random.nextInt(SAMPLES)));
    }
    Map<SampleKey, Score> latest = new LinkedHashMap<>();
    log.forEach(score -> latest.put(score.key(), score));
    var once = new ArrayList<>(latest.values());

    ScoreTable streamed = table();
    log.forEach(streamed::put);
    Collections.shuffle(once, random);
    once.subList(0, once.size() / 2).forEach(streamed::put); // delivered twice
    ScoreTable batch = table();
    Collections.shuffle(once, random);
    once.forEach(batch::put);

    assertThat(streamed.finalSnapshots(AT)).isEqualTo(batch.finalSnapshots(AT));
    assertThat(streamed.progress(true, AT)).isEqualTo(batch.progress(true, AT));
    partitions(once.stream().flatMap(score -> score.contributions().stream()).toList());
  }

  /// What is summed in parts is what is summed at once.
  private void partitions(List<Contribution> contributions) {
    if (metric instanceof AdditiveMetric additive) {
      int size = additive.statistics().size();
      var whole = new double[size];
      var parts = new double[3][size];
      for (Contribution each : contributions) {
        add(whole, each);
        add(parts[random.nextInt(parts.length)], each);
      }
      var merged = new double[size];
      for (double[] part : parts) {
        for (int i = 0; i < size; i++) {
          merged[i] += part[i];
        }
      }
      for (int i = 0; i < size; i++) {
        assertThat(merged[i])
            .isCloseTo(whole[i], org.assertj.core.api.Assertions.within(1e-12 * scale(whole[i])));
      }
    }
  }

  private static double scale(double value) {
    return Math.max(1, Math.abs(value));
  }

  private static void add(double[] sums, Contribution contribution) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += contribution.statistics().get(i);
    }
  }

  private ScoreTable table() {
    return new ScoreTable("job", "model", List.of(task()));
  }

  private TaskSpec task() {
    return new TaskSpec(
        "task",
        metric.info().taskTypes().getFirst(),
        DatasetSpec.file("x.jsonl"),
        FieldMapping.DEFAULTS,
        PromptSpec.DEFAULTS,
        GenerationSettings.DEFAULTS,
        List.of(metric.spec()),
        2);
  }

  private Score score(int number) {
    MetricContract.Case each = cases.anyCase(random, number);
    boolean failed = random.nextInt(5) == 0;
    return new Score(
        new SampleKey("job", "model", "task", each.sample().id(), 1 + random.nextInt(2)),
        "output" + random.nextInt(),
        failed ? Status.FAILED_MODEL : Status.SCORED,
        each.sample().clusterOrId(),
        failed ? List.of() : contributions(each),
        failed ? "it failed" : null,
        random.nextDouble() * 1000,
        new Usage((long) random.nextInt(100), null, random.nextDouble()),
        false,
        AT);
  }

  private List<Contribution> contributions(MetricContract.Case each) {
    return switch (cases.judgement(metric, each)) {
      case Judgement.Judged(Contribution contribution) -> List.of(contribution);
      case Judgement.NotApplicable _ -> List.of();
      case Judgement.Unjudgeable unfit -> throw new AssertionError(unfit.reason());
      case Judgement.NotJudged none -> throw new AssertionError(none.reason());
    };
  }
}
