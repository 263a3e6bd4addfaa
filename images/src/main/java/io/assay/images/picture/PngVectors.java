package io.assay.images.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// The samples of PNG files as they are stored, and as Pillow converts them to RGBA of 8 bits.
@AutoService(ReferenceFunction.class)
public final class PngVectors implements ReferenceFunction {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int SHOWN = 3;

  @Override
  public List<String> names() {
    return List.of("png_decode");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    byte[] file = PictureReader.bytes(line.file(VectorJson.text(line.input("file"))));
    PngHeader header = PngHeader.read(file);
    BufferedImage image = PictureReader.image(file);
    List<int[]> raw =
        IntStream.range(0, bands(header.colourType()))
            .mapToObj(band -> Samples.raw(image.getRaster(), band))
            .toList();
    ObjectNode node =
        JSON.objectNode()
            .put("width", header.width())
            .put("height", header.height())
            .put("bit_depth", header.bitDepth())
            .put("colour_type", header.colourType())
            .put("interlaced", header.interlaced())
            .put("pillow_mode", mode(header))
            .put("samples_sha256", digest(interleaved(raw), 2))
            .put("sum_of_samples", raw.stream().flatMapToInt(Arrays::stream).asLongStream().sum());
    node.set("first_samples", first(raw));
    if (!mode(header).equals("I;16")) {
      node.put("pillow_rgba8_sha256", digest(interleaved(rgba(Samples.picture(image))), 1));
    }
    return node;
  }

  private static int bands(int colourType) {
    return switch (colourType) {
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
  }

  private static String mode(PngHeader header) {
    boolean deep = header.bitDepth() == 16;
    return switch (header.colourType()) {
      case 0 -> deep ? "I;16" : header.bitDepth() == 1 ? "1" : "L";
      case 2 -> "RGB";
      case 3 -> "P";
      case 4 -> deep ? "RGBA" : "LA";
      default -> "RGBA";
    };
  }

  private static ArrayNode first(List<int[]> channels) {
    ArrayNode pixels = JSON.arrayNode();
    for (int i = 0; i < Math.min(SHOWN, channels.getFirst().length); i++) {
      ArrayNode pixel = pixels.addArray();
      for (int[] channel : channels) {
        pixel.add(channel[i]);
      }
    }
    return pixels;
  }

  /// Pillow cuts off the lower half of 16 bits.
  private static List<int[]> rgba(Picture picture) {
    int shift = picture.bits() - 8;
    List<int[]> channels =
        picture.channels().stream()
            .map(each -> Arrays.stream(each).map(sample -> sample >> shift).toArray())
            .toList();
    int[] alpha = new int[picture.size()];
    Arrays.fill(alpha, 255);
    int[] last = picture.hasAlpha() ? channels.getLast() : alpha;
    int[] grey = channels.getFirst();
    return picture.isGrey()
        ? List.of(grey, grey, grey, last)
        : List.of(grey, channels.get(1), channels.get(2), last);
  }

  private static int[] interleaved(List<int[]> channels) {
    int count = channels.size();
    return IntStream.range(0, count * channels.getFirst().length)
        .map(i -> channels.get(i % count)[i / count])
        .toArray();
  }

  private static String digest(int[] samples, int bytesEach) {
    byte[] bytes = new byte[samples.length * bytesEach];
    for (int i = 0; i < bytes.length; i++) {
      int shift = 8 * (bytesEach - 1 - i % bytesEach);
      bytes[i] = (byte) (samples[i / bytesEach] >> shift);
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
