package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.spec.MetricSpec;
import org.junit.jupiter.api.Test;

class StartsWithTest implements TargetSearchContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("starts_with");
  }

  @Test
  void aTargetMustStandFirstWhiteSpaceApart() {
    assertThat(value("\n Paris it is")).isEqualTo(1);
    assertThat(value("It is Paris")).isEqualTo(0);
  }
}
