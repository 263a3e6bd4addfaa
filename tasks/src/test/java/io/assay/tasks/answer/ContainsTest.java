package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.MetricSpec;
import org.junit.jupiter.api.Test;

class ContainsTest implements TargetSearchContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("contains");
  }

  @Test
  void aTargetMayStandAnywhere() {
    assertThat(value("It is Paris")).isEqualTo(1);
    assertThat(value("It is Par is")).isEqualTo(0);
  }
}
