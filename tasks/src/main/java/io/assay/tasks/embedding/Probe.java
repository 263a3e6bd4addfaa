package io.assay.tasks.embedding;

import io.assay.tasks.statistics.LogisticRegression;
import java.util.Arrays;

/// A small classifier on top of vectors that stay as they are.
///
/// @param neighbours how many vote; 0 for logistic regression
/// @param similarity by which vectors are near
record Probe(int neighbours, Similarity similarity) {

  /// scikit-learn's logistic regression with its defaults.
  static final Probe REGRESSION = new Probe(0, Similarity.COSINE);

  /// Without so many classes to learn there is nothing to ask.
  int fewestClasses() {
    return neighbours > 0 ? 1 : 2;
  }

  /// The class that it says of each vector after it has learnt from others.
  ///
  /// @param classes how many there are, at least two
  int[] predict(double[][] learn, int[] labels, int classes, double[][] ask) {
    if (neighbours > 0) {
      var near = new NearestNeighbours(learn, labels, similarity);
      int count = Math.min(neighbours, learn.length);
      return Arrays.stream(ask).parallel().mapToInt(each -> near.classOf(each, count)).toArray();
    }
    var model =
        LogisticRegression.ofClasses(
            learn, labels, classes, LogisticRegression.Settings.DEFAULT);
    return Arrays.stream(ask).parallel().mapToInt(model::classOf).toArray();
  }
}
