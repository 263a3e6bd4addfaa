package io.assay.images.network;

import io.assay.images.picture.Picture;
import java.util.Arrays;
import java.util.List;

/// How a picture becomes what a network takes: brought to its size, its samples into its range,
/// then normalised. Alpha is left out, grey becomes three equal channels.
///
/// @param size rows and columns; 0 for the picture's own
/// @param fit what becomes of a picture that is not square
/// @param resampling how its size is changed
/// @param low what black becomes
/// @param high what white becomes
/// @param means taken from each channel after that
/// @param deviations each channel is divided by after that
/// @param layout where channels go
public record PictureInput(
    int size,
    Fit fit,
    Resampling resampling,
    double low,
    double high,
    List<Double> means,
    List<Double> deviations,
    Layout layout) {

  public PictureInput {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
  }

  /// What becomes of a picture that is not square.
  public enum Fit {
    /// It is made square.
    STRETCH,
    /// Its shorter side gets the size, and its middle is taken.
    CROP
  }

  /// The order of axes.
  public enum Layout {
    /// Channels, rows, columns.
    CHANNELS_FIRST,
    /// Rows, columns, channels.
    CHANNELS_LAST;

    /// The shape of one picture.
    long[] shape(int width, int height) {
      return switch (this) {
        case CHANNELS_FIRST -> new long[] {1, 3, height, width};
        case CHANNELS_LAST -> new long[] {1, height, width, 3};
      };
    }
  }

  private record Plane(int width, int height, List<float[]> channels) {}

  /// A picture as the network takes it.
  Tensor.Reals of(Picture picture) {
    List<float[]> channels = picture.rgb().stream().map(PictureInput::narrowed).toList();
    Plane plane = fitted(new Plane(picture.width(), picture.height(), channels));
    var values = new float[3 * plane.width * plane.height];
    for (int c = 0; c < 3; c++) {
      float[] channel = plane.channels.get(c);
      for (int i = 0; i < channel.length; i++) {
        values[place(c, i, channel.length)] = normalised(channel[i], c);
      }
    }
    return new Tensor.Reals(layout.shape(plane.width, plane.height), values);
  }

  /// The shape that it makes of a picture; -1 for a size that is the picture's own.
  long[] shape() {
    return size == 0 ? layout.shape(-1, -1) : layout.shape(size, size);
  }

  private int place(int channel, int pixel, int pixels) {
    return switch (layout) {
      case CHANNELS_FIRST -> channel * pixels + pixel;
      case CHANNELS_LAST -> pixel * 3 + channel;
    };
  }

  private float normalised(float sample, int channel) {
    double inRange = low + Math.clamp(sample, 0, 1) * (high - low);
    return (float) ((inRange - means.get(channel)) / deviations.get(channel));
  }

  private static float[] narrowed(double[] samples) {
    var narrow = new float[samples.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) samples[i];
    }
    return narrow;
  }

  private Plane fitted(Plane plane) {
    if (size == 0) {
      return plane;
    }
    return switch (fit) {
      case STRETCH -> resized(plane, size, size);
      case CROP -> cropped(resizedShorter(plane));
    };
  }

  private Plane resizedShorter(Plane plane) {
    int shorter = Math.min(plane.width, plane.height);
    return resized(
        plane,
        (int) ((long) size * plane.width / shorter),
        (int) ((long) size * plane.height / shorter));
  }

  private Plane resized(Plane plane, int width, int height) {
    return new Plane(
        width,
        height,
        plane.channels.stream()
            .map(each -> resampling.resized(each, plane.width, plane.height, width, height))
            .toList());
  }

  /// The middle; half pixels are rounded to even, as Python does.
  private Plane cropped(Plane plane) {
    int left = (int) Math.rint((plane.width - size) / 2.0);
    int top = (int) Math.rint((plane.height - size) / 2.0);
    return new Plane(
        size,
        size,
        plane.channels.stream().map(each -> cut(each, plane.width, left, top)).toList());
  }

  private float[] cut(float[] channel, int width, int left, int top) {
    var made = new float[size * size];
    for (int y = 0; y < size; y++) {
      int from = (top + y) * width + left;
      System.arraycopy(Arrays.copyOfRange(channel, from, from + size), 0, made, y * size, size);
    }
    return made;
  }
}
