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
  void filteringAtOnceIsFilteringOneSideAfterTheOther(RepetitionInfo run) {
    double[] values = new Random(run.getCurrentRepetition()).doubles(13 * 15).toArray();
    Plane plane = new Plane(13, 15, values);
    double[] window = Windows.gaussian11();

    double[] once = plane.filteredAtOnce(window).values();
    double[] twice = plane.filtered(window, window).values();

    assertThat(once).hasSize(3 * 5);
    assertThat(once).containsExactly(twice, within(1e-14));
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
