package io.assay.tasks.code;

import io.assay.contracts.event.Answer;
import io.assay.tasks.metric.MetricContract;
import java.util.List;
import java.util.Random;

/// Answers of every kind, for the contract of metrics.
final class CodeCases {

  private static final List<String> ENDS = List.of("RIGHT", "wrong", "RAISE", "LOOP", "(((");

  private CodeCases() {}

  static MetricContract.Case any(Random random, int number) {
    String end = ENDS.get(random.nextInt(ENDS.size()));
    return new MetricContract.Case(
        CodeSamples.humanEval("s" + number), new Answer.Text("    return x # " + end));
  }
}
