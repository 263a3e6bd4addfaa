package io.assay.images.network;

import java.util.Arrays;

/// Changes the size of a plane of samples, first along rows, then along columns.
///
/// @param filter what a new sample takes from old ones
/// @param antialias whether a smaller picture averages all that a sample covers, as Pillow does;
///   else only its neighbours count and the border is repeated, as in PyTorch's `interpolate`
record Resampling(Filter filter, boolean antialias) {

  /// A weight by distance.
  enum Filter {
    /// The sample that is nearest.
    NEAREST(0.5),
    /// Between two samples.
    BILINEAR(1),
    /// Between four (Keys 1981): a = -0.5 with antialiasing, as Pillow has it, else -0.75, as
    /// PyTorch.
    BICUBIC(2);

    private final double reach;

    Filter(double reach) {
      this.reach = reach;
    }
  }

  /// What each new sample takes: from its first old one on, these weights.
  @SuppressWarnings("ArrayRecordComponent") // never compared, not changed
  private record Taps(int[] first, double[][] weights) {}

  /// A plane in another size.
  float[] resized(float[] plane, int width, int height, int newWidth, int newHeight) {
    float[] rows = width == newWidth ? plane : along(plane, height, width, newWidth);
    return height == newHeight
        ? rows
        : transposed(
            along(transposed(rows, newWidth, height), newWidth, height, newHeight),
            newHeight,
            newWidth);
  }

  private float[] along(float[] plane, int lines, int from, int to) {
    Taps taps = taps(from, to);
    var made = new float[lines * to];
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < to; i++) {
        double[] weights = taps.weights[i];
        double sum = 0;
        for (int tap = 0; tap < weights.length; tap++) {
          int place = Math.clamp(taps.first[i] + tap, 0, from - 1);
          sum += weights[tap] * plane[line * from + place];
        }
        made[line * to + i] = (float) sum;
      }
    }
    return made;
  }

  private static float[] transposed(float[] plane, int width, int height) {
    var made = new float[plane.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        made[x * height + y] = plane[y * width + x];
      }
    }
    return made;
  }

  private Taps taps(int from, int to) {
    double scale = (double) from / to;
    double spread = antialias ? Math.max(1, scale) : 1;
    var first = new int[to];
    var weights = new double[to][];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      if (filter == Filter.NEAREST) {
        first[i] = Math.min(from - 1, (int) Math.floor(centre));
        weights[i] = new double[] {1};
      } else {
        double reach = filter.reach * spread;
        int low = (int) Math.floor(centre - reach + 0.5);
        int high = (int) Math.floor(centre + reach + 0.5);
        first[i] = antialias ? Math.max(0, low) : low;
        weights[i] = weights(centre, first[i], antialias ? Math.min(from, high) : high, spread);
      }
    }
    return new Taps(first, weights);
  }

  private double[] weights(double centre, int first, int end, double spread) {
    var weights = new double[end - first];
    for (int tap = 0; tap < weights.length; tap++) {
      weights[tap] = weight(Math.abs(first + tap + 0.5 - centre) / spread);
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(each -> each / sum).toArray();
  }

  private double weight(double distance) {
    return switch (filter) {
      case NEAREST -> distance < 0.5 ? 1 : 0;
      case BILINEAR -> Math.max(0, 1 - distance);
      case BICUBIC -> cubic(distance, antialias ? -0.5 : -0.75);
    };
  }

  private static double cubic(double x, double a) {
    if (x < 1) {
      return ((a + 2) * x - (a + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
  }
}
