package io.assay.tasks.judge;

import java.util.List;

/// What several opinions are together.
final class Opinions {

  private Opinions() {}

  /// The mean of their values.
  static double mean(List<Opinion> opinions) {
    double sum = 0;
    for (Opinion opinion : opinions) {
      sum += opinion.value();
    }
    return sum / opinions.size();
  }
}
