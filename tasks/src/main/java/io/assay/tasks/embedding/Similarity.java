package io.assay.tasks.embedding;

/// How alike two vectors are, in double precision; higher is more alike.
public enum Similarity {
  /// The cosine of their angle, as scikit-learn's paired distances give it: 1 - |a/|a| - b/|b||² /
  /// 2. A vector of (almost) no length stays as it is, so that it has 0.5 with any other.
  COSINE {
    @Override
    double unchecked(double[] a, double[] b) {
      double lengthA = lengthOrOne(a);
      double lengthB = lengthOrOne(b);
      double squares = 0;
      for (int i = 0; i < a.length; i++) {
        double difference = a[i] / lengthA - b[i] / lengthB;
        squares += difference * difference;
      }
      return 1 - squares / 2;
    }
  },
  /// Their dot product.
  DOT {
    @Override
    double unchecked(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }
  },
  /// Their Euclidean distance, negated.
  EUCLIDEAN {
    @Override
    double unchecked(double[] a, double[] b) {
      double squares = 0;
      for (int i = 0; i < a.length; i++) {
        squares += (a[i] - b[i]) * (a[i] - b[i]);
      }
      return -Math.sqrt(squares);
    }
  },
  /// The sum of their absolute differences, negated.
  MANHATTAN {
    @Override
    double unchecked(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += Math.abs(a[i] - b[i]);
      }
      return -sum;
    }
  };

  private static final double ALMOST_NOTHING = 10 * Math.ulp(1.0);

  abstract double unchecked(double[] a, double[] b);

  /// The similarity of two vectors.
  ///
  /// @throws IllegalArgumentException where their dimensions differ, or they have none
  public double of(double[] a, double[] b) {
    if (a.length != b.length || a.length == 0) {
      throw new IllegalArgumentException(
          "vectors of " + a.length + " and " + b.length + " dimensions cannot be compared");
    }
    return unchecked(a, b);
  }

  static double length(double[] vector) {
    double squares = 0;
    for (double each : vector) {
      squares += each * each;
    }
    return Math.sqrt(squares);
  }

  /// A vector of length 1 in the same direction; one of (almost) no length stays as it is.
  static double[] unit(double[] vector) {
    double length = lengthOrOne(vector);
    return java.util.Arrays.stream(vector).map(each -> each / length).toArray();
  }

  private static double lengthOrOne(double[] vector) {
    double length = length(vector);
    return length < ALMOST_NOTHING ? 1 : length;
  }
}
