package io.assay.benchmarks;

import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// Judges one pair of texts by the metrics of a row, explanations included, sample by sample as the
/// scorer does. Run it with `benchmarks/metrics`, which prints a table ([MetricTable]).
@State(Scope.Thread)
public class MetricBenchmark {

  /// What is judged.
  @Param public JudgedMetric row = JudgedMetric.BLEU;

  /// A file of JSON lines with `reference` and `hypothesis`; made-up texts where empty.
  @Param("")
  public String file = "";

  private List<Metric> metrics = List.of();
  private List<TextPairs.Pair> pairs = List.of();
  private int next;

  /// Reads the texts.
  @Setup
  public void read() throws IOException {
    pairs = file.isEmpty() ? TextPairs.made() : TextPairs.read(Path.of(file));
    if (row == JudgedMetric.JSON_SCHEMA) {
      pairs = TextPairs.asJson(pairs);
    }
    metrics = row.metrics().stream().map(Metrics::create).toList();
  }

  /// One pair.
  @Benchmark
  public void judge(Blackhole hole, ProcessorTime time) {
    TextPairs.Pair pair = pairs.get(next);
    next = next + 1 == pairs.size() ? 0 : next + 1;
    for (Metric metric : metrics) {
      hole.consume(judged(metric.judge(pair.sample(), pair.answer())));
    }
  }

  private static Judgement judged(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Judged _, Judgement.NotApplicable _ -> judgement;
      case Judgement.Unjudgeable unfit -> throw new IllegalStateException(unfit.reason());
      case Judgement.NotJudged none -> throw new IllegalStateException(none.reason());
    };
  }
}
