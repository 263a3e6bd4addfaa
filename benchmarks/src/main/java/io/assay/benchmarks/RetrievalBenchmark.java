package io.assay.benchmarks;

import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// How long a retrieval metric takes to rank a corpus, and how much memory its vectors take:
/// `RetrievalBenchmark [passages] [queries] [dimensions]`.
public final class RetrievalBenchmark {

  private static final double MEBI = 1 << 20;

  private RetrievalBenchmark() {}

  public static void main(String[] arguments) {
    int passages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
    int queries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
    int dimensions = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 384;
    var metric = (SetMetric) Metrics.create(MetricSpec.of("recall@100"));
    long before = used();
    List<SetMetric.Row> rows = rows(metric.spec(), passages, queries, dimensions);
    System.out.printf(
        "%d passages and %d queries of %d dimensions: %.0f MiB as rows of the aggregator%n",
        passages, queries, dimensions, (used() - before) / MEBI);
    metric.prepare(rows.subList(0, Math.min(rows.size(), passages + 20))); // warms up
    long from = System.nanoTime();
    long fromCpu = cpu();
    double value = metric.prepare(rows).value().orElseThrow();
    double seconds = (System.nanoTime() - from) / 1e9;
    double cpuSeconds = (cpu() - fromCpu) / 1e9;
    System.out.printf(
        "the best 100 of each query in %.1f s, %.1f s of CPU: %.0f queries a second of CPU"
            + " (recall@100 %.4f)%n",
        seconds, cpuSeconds, queries / cpuSeconds, value);
  }

  private static List<SetMetric.Row> rows(
      MetricSpec spec, int passages, int queries, int dimensions) {
    var random = new Random(1);
    var rows = new ArrayList<SetMetric.Row>(passages + queries);
    for (int i = 0; i < passages; i++) {
      rows.add(row(spec, "p" + i, 1, vector(random, dimensions), Map.of("p" + i, 1.0)));
    }
    for (int i = 0; i < queries; i++) {
      String relevant = "p" + random.nextInt(passages);
      rows.add(row(spec, "q" + i, 0, vector(random, dimensions), Map.of(relevant, 1.0)));
    }
    return rows;
  }

  private static SetMetric.Row row(
      MetricSpec spec, String id, double kind, Embedding vector, Map<String, Double> labels) {
    var contribution = new Contribution(spec, null, List.of(kind), vector, labels, null);
    return new SetMetric.Row(id, 1, id, contribution);
  }

  private static Embedding vector(Random random, int dimensions) {
    var vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Embedding.of(vector);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
