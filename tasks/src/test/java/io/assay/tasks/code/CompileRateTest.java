package io.assay.tasks.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompileRateTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("compile_rate");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return CodeCases.any(random, number);
  }

  @Test
  void itCountsItsOwnVerdicts() {
    double counted =
        Stream.of("RIGHT", "wrong", "RAISE", "LOOP", "(((")
            .map(end ->
                Metrics.create(spec())
                    .judge(CodeSamples.humanEval("s"), new Answer.Text("    return x # " + end)))
            .mapToDouble(each -> ((Judgement.Judged) each).contribution().statistics().getFirst())
            .sum();

    assertThat(counted).isEqualTo(4);
  }
}
