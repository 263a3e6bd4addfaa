package io.assay.tasks.code;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.MetricContract;
import java.util.Random;

class PassHatKTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("pass^1");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return CodeCases.any(random, number);
  }
}
