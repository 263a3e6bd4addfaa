package io.assay.tasks.choice;

/// The place of the largest number, as numpy finds it.
public final class MostLikely {

  private MostLikely() {}

  /// The first of the largest; the first NaN where there is one.
  ///
  /// @param scores at least one
  public static int index(double[] scores) {
    int best = 0;
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        return i;
      }
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }
}
