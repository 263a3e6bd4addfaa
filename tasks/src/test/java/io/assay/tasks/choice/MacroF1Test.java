package io.assay.tasks.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.MetricContract;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MacroF1Test implements MetricContract {

  @Override
  public MetricSpec spec() {
    return MetricSpec.of("macro_f1");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return ChoiceCases.anyLetter(random, number);
  }

  private static Confusion confusion(int[] expected, int[] taken) {
    return new Confusion(Collections.nCopies(expected.length, "c"), expected, taken);
  }

  /// scikit-learn: f1_score([0, 0, 0, 1, 2], [0, 0, 1, 1, 0], average="macro").
  @Test
  void everyClassCountsAlike() {
    assertThat(confusion(new int[] {0, 0, 0, 1, 2}, new int[] {0, 0, 1, 1, 0}).value())
        .hasValueCloseTo((2.0 / 3 + 2.0 / 3 + 0) / 3, within(1e-12));
  }

  @Test
  void noDecisionIsAMissAndNoClass() {
    assertThat(confusion(new int[] {0, 0, 3}, new int[] {0, -1, 3}).value())
        .hasValueCloseTo((2.0 / 3 + 1) / 2, within(1e-12));
  }

  @Test
  void weightsRepeatSamples() {
    var once = confusion(new int[] {0, 1, 1}, new int[] {0, 0, 1});
    var repeated = confusion(new int[] {0, 1, 1, 1, 1}, new int[] {0, 0, 0, 0, 1});

    assertThat(once.value(new int[] {1, 3, 1})).isEqualTo(repeated.value());
    assertThat(once.value(new int[] {0, 0, 2})).hasValue(1);
    assertThat(once.clusters()).isEqualTo(List.of("c", "c", "c"));
  }
}
