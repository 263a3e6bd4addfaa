package io.assay.benchmarks;

import io.assay.benchmarks.TextPairs.Pair;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.Metrics;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Aligns two texts of 10,000 words for their word error rate.
@State(Scope.Thread)
public class AlignmentBenchmark {

  private static final int WORDS = 10_000;

  /// Whether the texts have nothing in common but by chance; else a tenth of the words differ.
  @Param("false")
  public boolean unlike;

  private final Metric metric = Metrics.create(MetricSpec.of("wer"));
  private Pair pair = TextPairs.pair(0, "", "");

  /// Makes the texts.
  @Setup
  public void write() {
    var random = new Random(9);
    List<String> reference = TextPairs.words(random, WORDS);
    List<String> hypothesis =
        unlike ? TextPairs.words(random, WORDS) : TextPairs.changed(random, reference);
    pair = TextPairs.pair(0, String.join(" ", reference), String.join(" ", hypothesis));
  }

  /// The whole judgement.
  @Benchmark
  public Judgement align(ProcessorTime time) {
    Judgement judgement = metric.judge(pair.sample(), pair.answer());
    if (judgement instanceof Judgement.Judged) {
      return judgement;
    }
    throw new IllegalStateException(judgement.toString());
  }
}
