package io.assay.images.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.images.picture.Picture;
import io.assay.images.picture.PictureReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DifferenceMapTest {

  private static final int SIDE = 32;

  private static byte[] png(int width, int height, int colour) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, x < width / 2 ? 0x808080 + 0x10101 * (x * y % 7) : colour);
      }
    }
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Picture map(DifferenceMap kind, int expected, int made) {
    return PictureReader.read(kind.png(png(SIDE, SIDE, expected), png(SIDE, SIDE, made)));
  }

  @ParameterizedTest
  @EnumSource(DifferenceMap.class)
  void itIsBlackWhereImagesAgreeAndBrightWhereTheyDoNot(DifferenceMap kind) {
    Picture map = map(kind, 0x000000, 0xFFFFFF);
    int[] shades = map.channels().getFirst();

    assertThat(map.channels()).hasSize(1);
    assertThat(List.of(map.width(), map.height())).containsExactly(SIDE, SIDE);
    assertThat(shades[0]).isZero();
    assertThat(shades[SIDE - 1]).isGreaterThan(250);
    assertThat(map(kind, 0x123456, 0x123456).channels().getFirst()).containsOnly(0);
    assertThat(DifferenceMap.named(kind.label())).contains(kind);
  }

  @Test
  void anErrorIsThatOfTheWorstChannel() {
    int[] shades = map(DifferenceMap.ABSOLUTE_ERROR, 0x000000, 0x102003).channels().getFirst();

    assertThat(shades[SIDE - 1]).isEqualTo(0x20);
  }

  @Test
  void coloursOfFiftyStepsAreWhite() {
    int[] shades = map(DifferenceMap.DELTA_E, 0xFF0000, 0x00FF00).channels().getFirst(); // 86.6

    assertThat(shades[SIDE - 1]).isEqualTo(255);
    assertThat(map(DifferenceMap.DELTA_E, 0x808080, 0x828282).channels().getFirst()[SIDE - 1])
        .isBetween(2, 6); // less than one step
  }

  @Test
  void whatCannotBeComparedIsRefusedWithTheReason() {
    byte[] small = png(4, 4, 0);
    byte[] image = png(SIDE, SIDE, 0);

    assertThatThrownBy(() -> DifferenceMap.SSIM.png(small, small)).hasMessageContaining("window");
    assertThatThrownBy(() -> DifferenceMap.SSIM.png(image, small))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4x4");
    assertThatThrownBy(() -> DifferenceMap.SSIM.png(image, Arrays.copyOf(image, 20)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the model's image");
    assertThatThrownBy(() -> DifferenceMap.SSIM.png(png(2001, 2000, 0), image))
        .hasMessageContaining("at most 4000000");
  }
}
