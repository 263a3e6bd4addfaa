package io.assay.benchmarks;

import io.assay.images.likeness.PixelErrors;
import io.assay.images.likeness.StructuralSimilarity;
import io.assay.images.picture.Picture;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Compares two pictures of 256 by 256 pixels in colour.
@State(Scope.Thread)
public class PictureBenchmark {

  private static final int SIDE = 256;
  private static final double RANGE = 255;

  private Picture reference = picture(List.of(new int[SIDE * SIDE]));
  private Picture test = reference;

  private static Picture picture(List<int[]> channels) {
    return new Picture(SIDE, SIDE, 8, channels);
  }

  /// Draws them: waves, and the same with noise.
  @Setup
  public void draw() {
    var random = new Random(5);
    List<int[]> channels = Stream.of(3, 7, 11).map(PictureBenchmark::wave).toList();
    reference = picture(channels);
    test = picture(channels.stream().map(channel -> noisy(channel, random)).toList());
  }

  private static int[] wave(int length) {
    var samples = new int[SIDE * SIDE];
    for (int i = 0; i < samples.length; i++) {
      int row = i / SIDE;
      samples[i] = (int) (127 + 100 * Math.sin(i % SIDE / (double) length + row / 5.0));
    }
    return samples;
  }

  private static int[] noisy(int[] samples, Random random) {
    int[] changed = samples.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] = Math.clamp(changed[i] + random.nextInt(21) - 10L, 0, 255);
    }
    return changed;
  }

  /// As Wang et al. have it.
  @Benchmark
  public double ssimGaussian(ProcessorTime time) {
    return StructuralSimilarity.GAUSSIAN.of(reference, test, RANGE);
  }

  /// As scikit-image has it unless told otherwise.
  @Benchmark
  public double ssimUniform(ProcessorTime time) {
    return StructuralSimilarity.UNIFORM.of(reference, test, RANGE);
  }

  /// As torchmetrics has it.
  @Benchmark
  public double ssimMirrored(ProcessorTime time) {
    return StructuralSimilarity.GAUSSIAN_MIRRORED.of(reference, test, RANGE);
  }

  /// The peak signal-to-noise ratio.
  @Benchmark
  public double psnr(ProcessorTime time) {
    return PixelErrors.of(reference, test).psnr(RANGE);
  }
}
