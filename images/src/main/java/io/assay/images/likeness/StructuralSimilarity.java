package io.assay.images.likeness;

import io.assay.images.likeness.Plane.Border;
import io.assay.images.picture.Picture;
import java.util.List;

/// The structural similarity index (Wang et al. 2004) with K1 0.01 and K2 0.03: the mean over
/// channels of the mean over windows of luminance times contrast, 1 for equal pictures.
@SuppressWarnings("ImmutableEnumChecker") // the windows are never changed
public enum StructuralSimilarity {

  /// Gaussian windows inside the picture, as the paper has it. Use this one.
  GAUSSIAN(Windows.gaussian11(), 1, false, false),
  /// Seven by seven pixels inside the picture and covariances of a sample: scikit-image's default.
  UNIFORM(Windows.uniform7(), 49 / 48.0, false, false),
  /// Gaussian windows around every pixel of the mirrored picture: torchmetrics' default.
  GAUSSIAN_MIRRORED(Windows.gaussian11(), 1, true, false),
  /// Seven by seven pixels around every pixel of the mirrored picture: torchmetrics.
  UNIFORM_MIRRORED(Windows.uniform7(), 1, true, false),
  /// Gaussian windows inside the picture, none across sides that are too short: pytorch-msssim.
  GAUSSIAN_LENIENT(Windows.gaussian11(), 1, false, true);

  private static final double K1 = 0.01;
  private static final double K2 = 0.03;

  private final double[] window;
  private final double factor;
  private final boolean mirrored;
  private final boolean lenient;

  StructuralSimilarity(double[] window, double factor, boolean mirrored, boolean lenient) {
    this.window = window;
    this.factor = factor;
    this.mirrored = mirrored;
    this.lenient = lenient;
  }

  /// The similarity of pictures of one shape; alpha counts as a channel.
  ///
  /// @param range the difference between the largest and the least possible sample
  /// @throws IllegalArgumentException where their shapes differ or they are smaller than the window
  public double of(Picture reference, Picture test, double range) {
    reference.requireShapeOf(test);
    return of(Plane.of(reference), Plane.of(test), range);
  }

  /// The similarity of planes of one size, averaged over them.
  ///
  /// @param range the difference between the largest and the least possible sample
  /// @throws IllegalArgumentException where they are smaller than the window
  public double of(List<Plane> reference, List<Plane> test, double range) {
    double sum = 0;
    for (int channel = 0; channel < reference.size(); channel++) {
      sum += similarity(reference.get(channel), test.get(channel), range);
    }
    return sum / reference.size();
  }

  /// What becomes of a row of windows.
  private interface Rows {
    void row(int y, double[] similarity, double[] contrast);
  }

  /// The mean of one channel, without the map that it is the mean of.
  private double similarity(Plane reference, Plane test, double range) {
    WindowMoments moments = moments(reference, test);
    var sums = new double[moments.columns()];
    goThrough(moments, range, (_, similarity, _) -> WindowRow.add(sums, 1, similarity));
    return new Plane(sums.length, 1, sums).mean() / moments.rows();
  }

  /// What is in the mean of one channel.
  Terms terms(Plane reference, Plane test, double range) {
    WindowMoments moments = moments(reference, test);
    int columns = moments.columns();
    var map = new Plane(columns, moments.rows(), new double[columns * moments.rows()]);
    var contrasts = new Plane(columns, moments.rows(), new double[columns * moments.rows()]);
    goThrough(
        moments,
        range,
        (y, similarity, contrast) -> {
          System.arraycopy(similarity, 0, map.values(), y * columns, columns);
          System.arraycopy(contrast, 0, contrasts.values(), y * columns, columns);
        });
    return new Terms(map, contrasts);
  }

  private WindowMoments moments(Plane reference, Plane test) {
    if (!lenient && !mirrored) {
      requireWindow(reference);
    }
    int border = mirrored ? window.length / 2 : 0;
    Plane a = mirrored ? reference.padded(border, Border.MIRROR) : reference;
    Plane b = mirrored ? test.padded(border, Border.MIRROR) : test;
    return new WindowMoments(a, b, window(a.width()), window(a.height()), factor, mirrored);
  }

  private static void goThrough(WindowMoments moments, double range, Rows use) {
    var similarity = new double[moments.columns()];
    var contrast = new double[moments.columns()];
    for (int y = 0; y < moments.rows(); y++) {
      moments.next();
      moments.contrast(square(K2 * range), contrast);
      moments.similarity(square(K1 * range), contrast, similarity);
      use.row(y, similarity, contrast);
    }
  }

  private double[] window(int side) {
    return lenient && side < window.length ? Windows.SINGLE : window;
  }

  private void requireWindow(Plane plane) {
    if (Math.min(plane.width(), plane.height()) < window.length) {
      throw new IllegalArgumentException(
          "a picture of %dx%d pixels is smaller than the window of %d"
              .formatted(plane.width(), plane.height(), window.length));
    }
  }

  /// The similarity around every pixel of pictures whose borders are doubled, as scikit-image's
  /// `full=True` gives it, averaged over channels.
  ///
  /// @throws IllegalArgumentException where shapes differ or pictures are smaller than the window
  public Plane fullMap(List<Plane> reference, List<Plane> test, double range) {
    Plane sum = null;
    for (int channel = 0; channel < reference.size(); channel++) {
      requireWindow(reference.get(channel));
      int border = window.length / 2;
      Plane map =
          terms(
                  reference.get(channel).padded(border, Border.SYMMETRIC),
                  test.get(channel).padded(border, Border.SYMMETRIC),
                  range)
              .map();
      sum = sum == null ? map : sum.with(map, Double::sum);
    }
    if (sum == null) {
      throw new IllegalArgumentException("a picture without channels");
    }
    int channels = reference.size();
    return sum.with(sum, (x, _) -> x / channels);
  }

  private static double square(double x) {
    return x * x;
  }

  /// @param map similarity by window
  /// @param contrast its factor of contrast and structure
  record Terms(Plane map, Plane contrast) {
    double similarity() {
      return map.mean();
    }
  }
}
