package io.assay.images.picture;

import java.util.Arrays;
import java.util.List;

/// The samples of a picture.
///
/// @param width its columns
/// @param height its rows
/// @param bits 8 or 16: samples are from 0 to 255 or 65535
/// @param channels one array a channel, row by row, not to be changed: grey, grey and alpha, RGB,
///   or RGB and alpha
public record Picture(int width, int height, int bits, List<int[]> channels) {

  public Picture {
    channels = List.copyOf(channels);
    if (channels.isEmpty() || channels.size() > 4) {
      throw new IllegalArgumentException("a picture has 1 to 4 channels, not " + channels.size());
    }
    for (int[] channel : channels) {
      if (channel.length != width * height) {
        throw new IllegalArgumentException(
            "a channel of " + width + "x" + height + " has " + channel.length + " samples");
      }
    }
  }

  /// The largest value of a sample.
  public int largest() {
    return (1 << bits) - 1;
  }

  /// Pixels.
  public int size() {
    return width * height;
  }

  /// Whether the last channel is alpha.
  public boolean hasAlpha() {
    return channels.size() == 2 || channels.size() == 4;
  }

  /// Whether there is no colour.
  public boolean isGrey() {
    return channels.size() <= 2;
  }

  /// Without alpha, in colour where `colour` says so, with samples of so many bits.
  ///
  /// @param colour whether grey gets three equal channels
  /// @param wanted 8 or 16, not fewer than there are
  public Picture opaque(boolean colour, int wanted) {
    List<int[]> kept = channels.subList(0, isGrey() ? 1 : 3);
    if (wanted > bits) {
      kept = kept.stream().map(Picture::deepened).toList();
    }
    return new Picture(
        width,
        height,
        wanted,
        colour && isGrey() ? List.of(kept.getFirst(), kept.getFirst(), kept.getFirst()) : kept);
  }

  private static int[] deepened(int[] channel) {
    return Arrays.stream(channel).map(each -> each * 257).toArray();
  }

  /// Red, green and blue without alpha, from 0 to 1; those of grey are all the same.
  public List<double[]> rgb() {
    List<double[]> scaled =
        channels.stream().limit(isGrey() ? 1 : 3).map(each -> scaled(each, 1.0)).toList();
    return isGrey() ? List.of(scaled.getFirst(), scaled.getFirst(), scaled.getFirst()) : scaled;
  }

  /// Samples with this as the largest value.
  private double[] scaled(int[] channel, double most) {
    return Arrays.stream(channel).mapToDouble(each -> each * most / largest()).toArray();
  }

  /// Refuses a picture of another shape.
  ///
  /// @throws IllegalArgumentException where the other one has another size, number of channels or
  ///   number of bits
  public void requireShapeOf(Picture other) {
    if (!shape().equals(other.shape())) {
      throw new IllegalArgumentException(
          "pictures must have one shape, but one is " + shape() + ", the other " + other.shape());
    }
  }

  private String shape() {
    return width + "x" + height + " with " + channels.size() + " channels of " + bits + " bits";
  }
}
