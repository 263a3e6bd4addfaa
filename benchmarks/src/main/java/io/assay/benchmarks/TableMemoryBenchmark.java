package io.assay.benchmarks;

import io.assay.contracts.event.Completion.Usage;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.aggregate.ScoreTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// How much memory the table of one model's scores takes for each sample, with additive metrics
/// alone: `benchmarks/metrics --memory`.
public final class TableMemoryBenchmark {

  private static final List<String> METRICS = List.of("exact_match", "token_f1", "length");
  private static final Instant AT = Instant.EPOCH;

  private TableMemoryBenchmark() {}

  /// Prints bytes a sample for 100,000 and 1,000,000 samples.
  public static void main(String... args) {
    measure(1_000, METRICS); // what is loaded once is not a sample's
    System.out.println(
        "| samples | additive metrics | heap, MiB | bytes a sample | snapshot, ms |");
    System.out.println("|---|---|---|---|---|");
    for (int metrics : List.of(1, METRICS.size())) {
      for (int samples : List.of(100_000, 1_000_000)) {
        measure(samples, METRICS.subList(0, metrics));
      }
    }
  }

  private static void measure(int samples, List<String> metrics) {
    long before = used();
    var table = new ScoreTable("job", "model", List.of(task(metrics)));
    for (int i = 0; i < samples; i++) {
      table.put(score(i, metrics));
    }
    long bytes = used() - before;
    long begin = System.nanoTime();
    int snapshots = table.snapshots(AT).size();
    double millis = (System.nanoTime() - begin) / 1e6;
    if (snapshots != metrics.size()) {
      throw new IllegalStateException(snapshots + " snapshots of " + metrics.size() + " metrics");
    }
    System.out.printf(
        "| %,d | %d | %,d | %d | %.1f |%n",
        samples, metrics.size(), bytes >> 20, bytes / samples, millis);
    if (table.metricCount() != metrics.size()) { // and keeps the table alive until here
      throw new IllegalStateException("the table has lost a metric");
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static TaskSpec task(List<String> metrics) {
    return new TaskSpec(
        "task",
        "text-generation",
        DatasetSpec.file("x.jsonl"),
        FieldMapping.DEFAULTS,
        PromptSpec.DEFAULTS,
        GenerationSettings.DEFAULTS,
        metrics.stream().map(MetricSpec::of).toList(),
        1);
  }

  private static Score score(int number, List<String> metrics) {
    return new Score(
        new SampleKey("job", "model", "task", "sample-" + number, 1),
        "output-" + number,
        Status.SCORED,
        "sample-" + number,
        metrics.stream().map(metric -> contribution(metric, number)).toList(),
        null,
        12.5,
        new Usage(100L, 20L, 0.001),
        false,
        AT);
  }

  private static Contribution contribution(String metric, int number) {
    double value = number % 3 / 3.0;
    List<Double> statistics =
        switch (metric) {
          case "exact_match" -> List.of((double) (number % 2), 1.0);
          case "token_f1", "length" -> List.of(value, value * value, 1.0);
          default -> throw new IllegalArgumentException(metric);
        };
    return new Contribution(MetricSpec.of(metric), value, statistics, null, Map.of(), "because");
  }
}
