package io.assay.tasks.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.tasks.vectors.GoldenFiles;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PassEstimateTest {

  @Test
  void itAgreesWithHumanEval() {
    GoldenFiles.check("pass_at_k.jsonl");
  }

  @Test
  void bothAreWhatDrawingGives() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      int n = 1 + random.nextInt(12);
      int c = random.nextInt(n + 1);
      int k = 1 + random.nextInt(n);
      double any = 0;
      double all = 0;
      double draws = 0;
      for (int subset = 0; subset < 1 << n; subset++) {
        if (Integer.bitCount(subset) == k) {
          int right = Integer.bitCount(subset & ((1 << c) - 1));
          draws++;
          any += right > 0 ? 1 : 0;
          all += right == k ? 1 : 0;
        }
      }
      assertThat(PassEstimate.anyOf(n, c, k)).isCloseTo(any / draws, within(1e-12));
      assertThat(PassEstimate.allOf(n, c, k)).isCloseTo(all / draws, within(1e-12));
    }
  }

  @Test
  void bothAreTheShareForOneProgram() {
    assertThat(PassEstimate.anyOf(8, 3, 1)).isCloseTo(3 / 8.0, within(1e-15));
    assertThat(PassEstimate.allOf(8, 3, 1)).isEqualTo(3 / 8.0);
  }
}
