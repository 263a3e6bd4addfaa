package io.assay.benchmarks;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a run measures.
///
/// @param home the project's folder, built
/// @param profile whether to record and print where the time goes
/// @param samples samples of the instant-model job
/// @param gsm8k folder with GSM8K's recorded solutions; that part is left out if absent
record Options(Path home, boolean profile, int samples, @Nullable Path gsm8k) {

  private static final int DEFAULT_SAMPLES = 20_000;

  static Options parse(String... args) {
    boolean profile = false;
    int samples = DEFAULT_SAMPLES;
    Path gsm8k = null;
    for (int i = 1; i < args.length; i++) {
      switch (args[i]) {
        case "--profile" -> profile = true;
        case "--samples" -> samples = Integer.parseInt(args[++i]);
        case "--gsm8k" -> gsm8k = Path.of(args[++i]);
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    return new Options(Path.of(args[0]).toAbsolutePath(), profile, samples, gsm8k);
  }
}
