package io.assay.tasks.edit;

import java.util.Arrays;

/// Two texts without what they have in common at their ends, which no distance depends on.
final class Middle {

  private final int[] a;
  private final int[] b;
  private final int common;

  private Middle(int[] a, int[] b, int common) {
    this.a = a;
    this.b = b;
    this.common = common;
  }

  /// The first text's middle.
  int[] a() {
    return a;
  }

  /// The second text's middle.
  int[] b() {
    return b;
  }

  /// How many characters were left out of each.
  int common() {
    return common;
  }

  static Middle of(int[] a, int[] b) {
    int shorter = Math.min(a.length, b.length);
    int prefix = Arrays.mismatch(a, b);
    if (prefix < 0) {
      return new Middle(new int[0], new int[0], a.length);
    }
    int suffix = 0;
    while (suffix < shorter - prefix && a[a.length - 1 - suffix] == b[b.length - 1 - suffix]) {
      suffix++;
    }
    return new Middle(
        Arrays.copyOfRange(a, prefix, a.length - suffix),
        Arrays.copyOfRange(b, prefix, b.length - suffix),
        prefix + suffix);
  }
}
