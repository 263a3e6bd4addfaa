package io.assay.images.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

  private static final Path FOLDER = Path.of("src/test/resources/pictures");

  /// All files show red growing by 36 a column, green by 60 a row, blue by 11 times their product.
  @ParameterizedTest
  @ValueSource(strings = {"rgb.tif", "rgb.bmp", "lossless.webp", "palette.gif", "lossy.webp"})
  void formatsAreRead(String file) {
    Picture picture = PictureReader.read(FOLDER.resolve(file));
    int tolerance = file.equals("lossy.webp") || file.equals("palette.gif") ? 64 : 0;

    assertThat(picture.width()).isEqualTo(7);
    assertThat(picture.height()).isEqualTo(5);
    assertThat(picture.bits()).isEqualTo(8);
    for (int i = 0; i < 35; i++) {
      int x = i % 7;
      int y = i / 7;
      assertThat(Math.abs(picture.channels().get(0)[i] - 36 * x)).isLessThanOrEqualTo(tolerance);
      assertThat(Math.abs(picture.channels().get(1)[i] - 60 * y)).isLessThanOrEqualTo(tolerance);
    }
  }

  @Test
  void alphaIsTheLastChannel() {
    Picture picture = PictureReader.read(FOLDER.resolve("lossless.webp"));

    assertThat(picture.hasAlpha()).isTrue();
    assertThat(Arrays.copyOf(picture.channels().get(3), 7))
        .containsExactly(255, 245, 235, 225, 215, 205, 195);
  }

  @Test
  void sixteenBitsStaySixteen() {
    Picture picture = PictureReader.read(FOLDER.resolve("grey16.tif"));

    assertThat(picture.bits()).isEqualTo(16);
    assertThat(picture.channels()).hasSize(1);
    assertThat(picture.channels().getFirst()[34]).isEqualTo(34 * 1700);
  }

  @Test
  void greyIsNotConvertedThroughALinearColourSpace() {
    assertThat(PictureReader.read(FOLDER.resolve("grey.jpg")).channels().getFirst())
        .containsOnly(100);
  }

  @Test
  void printColoursBecomeRed() {
    Picture picture = PictureReader.read(FOLDER.resolve("red_cmyk.jpg"));

    assertThat(picture.channels().get(0)[0]).isGreaterThan(200);
    assertThat(picture.channels().get(1)[0]).isLessThan(60);
    assertThat(picture.channels().get(2)[0]).isLessThan(60);
  }

  @Test
  void aCutOffPictureIsRefusedWhateverItsKind() throws IOException {
    for (String file : new String[] {"rgb.tif", "rgb.bmp", "lossless.webp", "grey.jpg"}) {
      byte[] whole = Files.readAllBytes(FOLDER.resolve(file));

      assertThatThrownBy(() -> PictureReader.read(Arrays.copyOf(whole, whole.length / 2)))
          .as(file)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aBombIsRefusedByItsHeaderAlone() throws IOException {
    byte[] bomb = header(60_000, 60_000);

    assertThatThrownBy(() -> PictureReader.read(bomb))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the picture says it has 60000 x 60000 pixels, at most 100000000 are read");
  }

  @Test
  void anythingElseIsNoPicture() {
    assertThatThrownBy(() -> PictureReader.read("no picture".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("no picture of a known kind");
    assertThatThrownBy(() -> PictureReader.read(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PictureReader.read(Path.of("missing.png")))
        .hasMessage("cannot read the picture missing.png");
  }

  /// A PNG file of a header and no pixels to speak of.
  private static byte[] header(int width, int height) throws IOException {
    var file = new ByteArrayOutputStream();
    var out = new DataOutputStream(file);
    out.writeLong(0x89504E470D0A1A0AL);
    var data = new ByteArrayOutputStream();
    var fields = new DataOutputStream(data);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", data.toByteArray());
    chunk(out, "IDAT", new byte[] {1, 2, 3});
    chunk(out, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    var sum = new CRC32();
    sum.update(type.getBytes(StandardCharsets.US_ASCII));
    sum.update(data);
    out.writeInt(data.length);
    out.write(type.getBytes(StandardCharsets.US_ASCII));
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
