package io.assay.tasks.translation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// What BLEU does about n-gram orders without matches (Chen and Cherry 2014).
///
/// @param method one of [#METHODS]
/// @param value the parameter of `floor` and `add-k`; without meaning for the others
public record Smoothing(String method, double value) {

  /// `none`: nothing. `floor`: a match count of 0 becomes the value. `add-k`: the value is added to
  /// matches and totals from bigrams up. `exp`: the k-th order without matches counts as 1/2^k.
  public static final List<String> METHODS = List.of("none", "floor", "add-k", "exp");

  /// sacreBLEU's default.
  public static final Smoothing EXPONENTIAL = new Smoothing("exp", 0);

  public Smoothing {
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException(
          "smoothing is " + method + ", expected one of " + String.join(", ", METHODS));
    }
  }

  /// The value of a method where none is given.
  public static double defaultValue(String method) {
    return switch (method) {
      case "floor" -> 0.1;
      case "add-k" -> 1;
      default -> 0;
    };
  }

  boolean adds() {
    return method.equals("add-k");
  }

  boolean halves() {
    return method.equals("exp");
  }

  boolean floors() {
    return method.equals("floor");
  }

  /// As in sacreBLEU's signatures: `exp`, `floor[0.10]`.
  String signature() {
    return adds() || floors()
        ? method + "[" + new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN) + "]"
        : method;
  }
}
