package io.assay.benchmarks;

import io.assay.images.features.FeatureMoments;
import io.assay.images.features.Features;
import io.assay.images.features.FrechetDistance;
import java.util.Random;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The Fréchet distance of two sets of features from their moments.
@State(Scope.Thread)
public class FrechetBenchmark {

  /// How many features a picture has; sets have a fifth more pictures.
  @Param("512")
  public int dimension = 512;

  private FeatureMoments first = FeatureMoments.none(dimension);
  private FeatureMoments second = first;

  /// Draws both sets.
  @Setup
  public void draw() {
    var random = new Random(3);
    first = moments(random, 1);
    second = moments(random, 1.2);
  }

  private FeatureMoments moments(Random random, double scale) {
    return FeatureMoments.of(
        Features.of(
            Stream.generate(() -> features(random, scale)).limit(dimension * 6L / 5).toList()));
  }

  private double[] features(Random random, double scale) {
    return random.doubles(dimension).map(each -> scale * each).toArray();
  }

  /// The distance.
  @Benchmark
  public double distance(ProcessorTime time) {
    return FrechetDistance.of(first, second).value();
  }
}
