package io.assay.tasks.code;

/// Estimates, from `n` programs for one task of which `c` are right, of what `k` fresh ones would
/// do. Both are unbiased. From Chen et al. 2021 (pass@k) and Yao et al. 2024 (pass^k).
public final class PassEstimate {

  private PassEstimate() {}

  /// The probability that at least one of `k` is right: `1 − C(n−c, k) / C(n, k)`, as the product
  /// that does not overflow. As in the reference, 1 wherever `n − c < k`, so also where fewer than
  /// `k` programs exist and none is right: leave such tasks out first.
  public static double anyOf(long n, long c, long k) {
    if (n - c < k) {
      return 1;
    }
    double allWrong = 1;
    for (long i = n - c + 1; i <= n && allWrong != 0; i++) {
      allWrong *= 1 - (double) k / i;
    }
    return 1 - allWrong;
  }

  /// The probability that all of `k` are right: `C(c, k) / C(n, k)`.
  ///
  /// @param n at least `k`
  public static double allOf(long n, long c, long k) {
    double allRight = 1;
    for (long i = 0; i < k && allRight != 0; i++) {
      allRight *= (double) (c - i) / (n - i);
    }
    return allRight;
  }
}
