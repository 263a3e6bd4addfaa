package io.assay.images.features;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// The kernel distance of two sets of features (Binkowski et al. 2018; with Inception's features
/// the KID): the unbiased squared maximum mean discrepancy with the kernel (x·y / d + 1)³. Can be
/// negative; NaN of a single picture.
public final class KernelDistance {

  private static final int BLOCK = 512;

  private KernelDistance() {}

  /// The distance of whole sets, which is the same at every call.
  ///
  /// @throws IllegalArgumentException where dimensions differ
  public static double of(Features first, Features second) {
    first.requireDimensionOf(second);
    return within(first) + within(second) - 2 * between(first, second);
  }

  private static double within(Features features) {
    double sum = sum(features, features);
    for (int i = 0; i < features.size(); i++) {
      double[] row = features.row(i);
      double product = 0;
      for (double value : row) {
        product += value * value;
      }
      sum -= kernel(product, row.length);
    }
    return sum / ((double) features.size() * (features.size() - 1));
  }

  private static double between(Features first, Features second) {
    return sum(first, second) / ((double) first.size() * second.size());
  }

  /// The kernel summed over all pairs, some rows at a time: all products at once need too much
  /// memory.
  private static double sum(Features first, Features second) {
    double sum = 0;
    // Rows times columns: the loop over a row of columns is one that processors do many at a time.
    DMatrixRMaj columns = CommonOps_DDRM.transpose(second.matrix(), null);
    for (int from = 0; from < first.size(); from += BLOCK) {
      int[] rows = IntStream.range(from, Math.min(first.size(), from + BLOCK)).toArray();
      var products = new DMatrixRMaj(rows.length, second.size());
      CommonOps_DDRM.mult(first.pick(rows).matrix(), columns, products);
      for (int i = 0; i < products.getNumElements(); i++) {
        sum += kernel(products.data[i], first.dimension());
      }
    }
    return sum;
  }

  private static double kernel(double product, int dimension) {
    double base = product / dimension + 1;
    return base * base * base;
  }

  /// The mean distance of random subsets, as most papers report it.
  ///
  /// @param subsets how many
  /// @param largest how many pictures a subset has, at most all of the smaller set
  /// @param seed makes it repeatable
  /// @throws IllegalArgumentException where dimensions differ
  public static OfSubsets ofSubsets(
      Features first, Features second, int subsets, int largest, long seed) {
    return ofSubsets(
        new Rows(first.size(), first::row),
        new Rows(second.size(), second::row),
        subsets,
        largest,
        seed);
  }

  /// The same of sets of which one subset at a time is in memory.
  ///
  /// @throws IllegalArgumentException where dimensions differ
  public static OfSubsets ofSubsets(Rows first, Rows second, int subsets, int largest, long seed) {
    int size = Math.min(largest, Math.min(first.size, second.size));
    var random = new Random(seed);
    double[] values =
        IntStream.range(0, subsets)
            .mapToDouble(_ -> of(first.some(random, size), second.some(random, size)))
            .toArray();
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
    return new OfSubsets(mean, Math.sqrt(squares / subsets));
  }

  /// A set of pictures.
  ///
  /// @param size how many
  /// @param features those of a picture by its number, from 0
  public record Rows(int size, IntFunction<double[]> features) {
    private Features some(Random random, int count) {
      return Features.of(
          Arrays.stream(KernelDistance.some(random, size, count)).mapToObj(features).toList());
    }
  }

  private static int[] some(Random random, int from, int count) {
    int[] all = IntStream.range(0, from).toArray();
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(from - i);
      int swapped = all[i];
      all[i] = all[other];
      all[other] = swapped;
    }
    return Arrays.copyOf(all, count);
  }

  /// What many subsets gave.
  ///
  /// @param mean the mean over subsets
  /// @param deviation the standard deviation over subsets
  public record OfSubsets(double mean, double deviation) {}
}
