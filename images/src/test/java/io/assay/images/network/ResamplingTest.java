package io.assay.images.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.assay.images.network.Resampling.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplingTest {

  private static final float[] STEP = {0, 0, 1, 1};

  private static float[] row(Filter filter, boolean antialias, float[] row, int width) {
    return new Resampling(filter, antialias).resized(row, row.length, 1, width, 1);
  }

  /// `torch.nn.functional.interpolate` of [0, 0, 1, 1] with align_corners=False, from its formula:
  /// new sample i lies at (i + 0.5) * 4 / n - 0.5.
  @Test
  void withoutAntialiasingOnlyNeighboursCount() {
    assertThat(row(Filter.BILINEAR, false, STEP, 8))
        .containsExactly(0, 0, 0, 0.25f, 0.75f, 1, 1, 1);
    assertThat(row(Filter.BILINEAR, false, new float[] {0, 3, 9, 1}, 2)).containsExactly(1.5f, 5);
    assertThat(row(Filter.NEAREST, false, new float[] {1, 2, 3, 4}, 2)).containsExactly(2, 4);
  }

  /// The weights of Keys' cubic at distances 0.25, 0.75, 1.25, 1.75 with a = -0.75.
  @Test
  void bicubicOvershootsAtAStep() {
    float[] made = row(Filter.BICUBIC, false, STEP, 8);

    assertThat(made[3]).isCloseTo(0.87890625f * 0 + 0.26171875f - 0.03515625f, within(1e-6f));
    assertThat(made[2]).isCloseTo(-0.10546875f, within(1e-6f));
    assertThat(made[5]).isCloseTo(1 + 0.10546875f, within(1e-6f));
  }

  /// With antialiasing a sample of half the size takes a triangle over four old ones: 1, 3, 3, 1
  /// eighths, the border's share given to the rest, as Pillow does.
  @Test
  void withAntialiasingASmallerPictureAverages() {
    float[] made = row(Filter.BILINEAR, true, new float[] {0, 0, 8, 0, 0, 0}, 3);

    assertThat(made[0]).isCloseTo(8 * 1 / 7f, within(1e-6f));
    assertThat(made[1]).isCloseTo(8 * 3 / 8f, within(1e-6f));
    assertThat(made[2]).isZero();
  }

  @ParameterizedTest
  @EnumSource(Filter.class)
  void aFlatPictureStaysFlatInBothWays(Filter filter) {
    var flat = new float[35];
    java.util.Arrays.fill(flat, 0.3f);

    for (boolean antialias : new boolean[] {false, true}) {
      float[] made = new Resampling(filter, antialias).resized(flat, 7, 5, 3, 11);
      assertThat(made).hasSize(33);
      for (float each : made) {
        assertThat(each).isCloseTo(0.3f, within(1e-6f));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,9", "9,1", "2,3"})
  void rowsAndColumnsAreTreatedAlike(int from, int to) {
    var plane = new float[from];
    for (int i = 0; i < from; i++) {
      plane[i] = i * i;
    }
    var cubic = new Resampling(Filter.BICUBIC, true);

    assertThat(cubic.resized(plane, from, 1, to, 1))
        .containsExactly(cubic.resized(plane, 1, from, 1, to));
  }
}
