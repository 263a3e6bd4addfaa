package io.assay.images.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.images.likeness.Plane.Border;
import io.assay.images.picture.Picture;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PlaneTest {

  @Test
  void bordersMirrorWithOrWithoutTheEdge() {
    Plane plane = new Plane(3, 3, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    assertThat(java.util.Arrays.copyOf(plane.padded(2, Border.MIRROR).values(), 7))
        .containsExactly(9, 8, 7, 8, 9, 8, 7);
    assertThat(java.util.Arrays.copyOf(plane.padded(2, Border.SYMMETRIC).values(), 7))
        .containsExactly(5, 4, 4, 5, 6, 6, 5);
    assertThatThrownBy(() -> plane.padded(3, Border.MIRROR)).hasMessageContaining("too small");
  }

  @RepeatedTest(5)
  void windowsRowByRowHaveTheMomentsOfWindowsAtOnce(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    Plane a = new Plane(13, 15, random.doubles(13 * 15).toArray());
    Plane b = new Plane(13, 15, random.doubles(13 * 15).toArray());
    for (double[] window : List.of(Windows.gaussian11(), Windows.uniform7(), Windows.SINGLE)) {
      Moments once = Moments.of(a, b, each -> each.filteredAtOnce(window));
      var rows = new WindowMoments(a, b, window, window, 1, true);
      int columns = 13 - window.length + 1;
      assertThat(rows.columns()).isEqualTo(columns);
      assertThat(rows.rows()).isEqualTo(15 - window.length + 1);
      double[] contrast = new double[columns];
      double[] similarity = new double[columns];
      for (int y = 0; y < rows.rows(); y++) {
        rows.next();
        rows.contrast(1, contrast);
        rows.similarity(1, contrast, similarity);
        for (int x = 0; x < columns; x++) {
          int at = y * columns + x;
          double expected =
              (2 * once.covariance().values()[at] + 1)
                  / (once.varianceA().values()[at] + once.varianceB().values()[at] + 1);
          assertThat(contrast[x]).isCloseTo(expected, within(1e-13));
          double meanA = once.meanA().values()[at];
          double meanB = once.meanB().values()[at];
          assertThat(similarity[x])
              .isCloseTo(
                  expected * (2 * meanA * meanB + 1) / (meanA * meanA + meanB * meanB + 1),
                  within(1e-13));
        }
      }
    }
  }

  @Test
  void halvesLeaveOutOrFillUpOddSides() {
    Plane plane = new Plane(3, 2, new double[] {4, 8, 12, 0, 4, 16});

    assertThat(plane.halved(false).values()).containsExactly(4);
    assertThat(plane.halved(true).values()).containsExactly(1, 10);
  }

  @Test
  void equalPicturesAreEquallyLikeUnderEveryConvention() {
    int[] samples = new Random(1).ints(40 * 30, 0, 256).toArray();
    Picture picture = new Picture(40, 30, 8, List.of(samples));

    for (StructuralSimilarity convention : StructuralSimilarity.values()) {
      assertThat(convention.of(picture, picture, 255)).isCloseTo(1, within(1e-12));
    }
    assertThat(PixelErrors.of(picture, picture).psnr(255)).isInfinite();
  }

  @Test
  void otherShapesAreRefused() {
    Picture grey = new Picture(8, 8, 8, List.of(new int[64]));
    Picture deep = new Picture(8, 8, 16, List.of(new int[64]));

    assertThatThrownBy(() -> StructuralSimilarity.GAUSSIAN.of(grey, deep, 255))
        .hasMessage(
            "pictures must have one shape, but one is 8x8 with 1 channels of 8 bits,"
                + " the other 8x8 with 1 channels of 16 bits");
    assertThatThrownBy(() -> StructuralSimilarity.GAUSSIAN.of(grey, grey, 255))
        .hasMessage("a picture of 8x8 pixels is smaller than the window of 11");
  }
}
