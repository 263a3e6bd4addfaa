package io.assay.images.likeness;

import io.assay.images.picture.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The universal image quality index (Wang and Bovik 2002), with Gaussian windows inside the
/// picture as torchmetrics has it: structural similarity without its constants. 0 where both are
/// black.
public final class UniversalQuality {

  private static final double TINY = Math.ulp(1.0);

  private UniversalQuality() {}

  /// The index of pictures of one shape; NaN where they are smaller than the window of 11.
  ///
  /// @throws IllegalArgumentException where their shapes differ or a side has 5 pixels or fewer
  public static double of(Picture reference, Picture test) {
    reference.requireShapeOf(test);
    if (Math.min(reference.width(), reference.height()) <= Windows.gaussian11().length / 2) {
      throw new IllegalArgumentException("pictures must have more than 5 pixels a side");
    }
    List<Plane> a = Plane.of(reference);
    List<Plane> b = Plane.of(test);
    return IntStream.range(0, a.size())
        .mapToObj(channel -> map(a.get(channel), b.get(channel)))
        .flatMapToDouble(each -> Arrays.stream(each.values()))
        .average()
        .orElse(Double.NaN);
  }

  private static Plane map(Plane a, Plane b) {
    double[] window = Windows.gaussian11();
    Moments moments = Moments.of(a, b, each -> each.filteredAtOnce(window));
    Plane products = moments.meanA().with(moments.meanB(), (x, y) -> 2 * x * y);
    Plane squares = moments.meanA().with(moments.meanB(), (x, y) -> x * x + y * y);
    Plane above = products.with(moments.covariance(), (x, covariance) -> x * 2 * covariance);
    Plane variances = moments.varianceA().with(moments.varianceB(), Double::sum);
    return above.with(squares.with(variances, (x, y) -> x * y), (up, down) -> up / (down + TINY));
  }
}
