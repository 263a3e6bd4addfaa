package io.assay.images.maps;

import io.assay.images.colour.Colour;
import io.assay.images.likeness.Plane;
import io.assay.images.likeness.StructuralSimilarity;
import io.assay.images.picture.Picture;
import io.assay.images.picture.PictureInfo;
import io.assay.images.picture.PictureReader;
import io.assay.images.picture.PixelBudget;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/// How far two pictures of one size are from each other, pixel by pixel: black where they agree,
/// the brighter the further.
public enum DifferenceMap {
  /// The largest difference of a channel; white where one is full and the other empty.
  ABSOLUTE_ERROR {
    @Override
    double[] brightness(Picture reference, Picture made) {
      var most = new double[reference.size()];
      for (int c = 0; c < reference.channels().size(); c++) {
        int[] one = reference.channels().get(c);
        int[] other = made.channels().get(c);
        for (int i = 0; i < most.length; i++) {
          most[i] = Math.max(most[i], (double) Math.abs(one[i] - other[i]) / reference.largest());
        }
      }
      return most;
    }
  },
  /// CIEDE2000; white from 50, where colours have nothing in common.
  DELTA_E {
    @Override
    double[] brightness(Picture reference, Picture made) {
      List<double[]> one = reference.rgb();
      List<double[]> other = made.rgb();
      var differences = new double[reference.size()];
      Arrays.setAll(differences, i -> lab(one, i).ciede2000(lab(other, i)) / MOST_DELTA_E);
      return differences;
    }
  },
  /// One less the structural similarity (Wang et al. 2004, Gaussian windows, doubled borders);
  /// white where there is none.
  SSIM {
    @Override
    double[] brightness(Picture reference, Picture made) {
      Plane map =
          StructuralSimilarity.GAUSSIAN.fullMap(
              Plane.of(reference), Plane.of(made), reference.largest());
      return Arrays.stream(map.values()).map(similarity -> 1 - similarity).toArray();
    }
  };

  /// The most pixels of a picture: a map of more takes seconds.
  public static final int MOST_PIXELS = 4_000_000;

  private static final double MOST_DELTA_E = 50;

  /// From 0 to 1, beyond which it is cut off; of pictures of one shape.
  abstract double[] brightness(Picture reference, Picture made);

  private static io.assay.images.colour.Lab lab(List<double[]> rgb, int pixel) {
    return new Colour(rgb.get(0)[pixel], rgb.get(1)[pixel], rgb.get(2)[pixel]).lab();
  }

  /// The map that addresses call so: `absolute-error`, `delta-e`, `ssim`.
  public static Optional<DifferenceMap> named(String name) {
    return Arrays.stream(values()).filter(each -> each.label().equals(name)).findFirst();
  }

  /// What addresses call it.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The map of two files of pictures, as a PNG in shades of grey.
  ///
  /// @throws IllegalArgumentException where one is no picture, they are of different sizes or too
  ///   large
  public byte[] png(byte[] reference, byte[] made) {
    PictureInfo one = info(reference, "the expected image");
    PictureInfo other = info(made, "the model's image");
    if (one.width() != other.width() || one.height() != other.height()) {
      throw new IllegalArgumentException(
          "the model made %dx%d pixels, expected %dx%d"
              .formatted(other.width(), other.height(), one.width(), one.height()));
    }
    try (var _ = PixelBudget.of((long) one.width() * one.height())) {
      return written(of(PictureReader.read(reference), PictureReader.read(made)));
    }
  }

  private static PictureInfo info(byte[] file, String what) {
    try {
      PictureInfo info = PictureInfo.of(file);
      if ((long) info.width() * info.height() > MOST_PIXELS) {
        throw new IllegalArgumentException(
            "it has %d x %d pixels, maps are made of at most %d"
                .formatted(info.width(), info.height(), MOST_PIXELS));
      }
      return info;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
    }
  }

  /// The map in shades of grey, 8 bits.
  Picture of(Picture reference, Picture made) {
    boolean colour = !(reference.isGrey() && made.isGrey());
    int bits = Math.max(reference.bits(), made.bits());
    double[] brightness = brightness(reference.opaque(colour, bits), made.opaque(colour, bits));
    int[] shades =
        Arrays.stream(brightness)
            .mapToInt(each -> (int) Math.round(255 * Math.clamp(each, 0.0, 1.0)))
            .toArray();
    return new Picture(reference.width(), reference.height(), 8, List.of(shades));
  }

  private static byte[] written(Picture map) {
    var image = new BufferedImage(map.width(), map.height(), BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSamples(0, 0, map.width(), map.height(), 0, map.channels().getFirst());
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a map cannot be written to memory", e);
    }
  }
}
