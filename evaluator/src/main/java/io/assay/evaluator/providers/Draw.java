package io.assay.evaluator.providers;

import io.assay.contracts.event.SampleKey;

/// Numbers from a hash.
final class Draw {
  private Draw() {}

  /// A number in [0, 1) that these fix, evenly spread.
  static double of(String what, String modelId, SampleKey key) {
    long hash = mix(what, 17);
    hash = mix(modelId, hash);
    hash = mix(key.task(), hash);
    hash = mix(key.sampleId(), hash) + key.epoch();
    return (scramble(hash) >>> 11) * 0x1.0p-53;
  }

  static long mix(String text, long seed) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x100000001B3L ^ text.charAt(i);
    }
    return scramble(hash);
  }

  /// SplitMix64's finaliser.
  static long scramble(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
