package io.assay.benchmarks;

import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Ranks a corpus of random vectors for queries, and the best 100 of each make a metric.
@State(Scope.Thread)
public class RetrievalBenchmark {

  /// How many passages there are.
  @Param("50000")
  public int passages = 50_000;

  /// How many queries.
  @Param("1000")
  public int queries = 1000;

  /// Of how many dimensions.
  @Param("384")
  public int dimensions = 384;

  private final SetMetric metric = (SetMetric) Metrics.create(MetricSpec.of("recall@100"));
  private List<SetMetric.Row> rows = List.of();

  /// Draws the vectors.
  @Setup
  public void draw() {
    var random = new Random(1);
    rows = new ArrayList<>(passages + queries);
    for (int i = 0; i < passages; i++) {
      rows.add(row("p" + i, 1, vector(random), Map.of("p" + i, 1.0)));
    }
    for (int i = 0; i < queries; i++) {
      String relevant = "p" + random.nextInt(passages);
      rows.add(row("q" + i, 0, vector(random), Map.of(relevant, 1.0)));
    }
  }

  private SetMetric.Row row(String id, double kind, Embedding vector, Map<String, Double> labels) {
    var contribution = new Contribution(metric.spec(), null, List.of(kind), vector, labels, null);
    return new SetMetric.Row(id, 1, id, contribution);
  }

  private Embedding vector(Random random) {
    var vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Embedding.of(vector);
  }

  /// All queries.
  @Benchmark
  public double rank(ProcessorTime time) {
    return metric.prepare(rows).value().orElseThrow();
  }
}
