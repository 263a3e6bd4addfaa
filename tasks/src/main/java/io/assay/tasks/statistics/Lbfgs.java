package io.assay.tasks.statistics;

import java.util.ArrayDeque;
import java.util.Deque;

/// Finds the minimum of a smooth convex function of many variables (Liu and Nocedal, "On the
/// limited memory BFGS method for large scale optimization", 1989).
public final class Lbfgs {

  private static final int MEMORY = 20;
  private static final int MOST_STEP_TRIALS = 60;
  private static final double FLAT_ENOUGH = 0.5;
  private static final double ROUNDING = 1e-13;

  private final Function function;
  private final Deque<Correction> memory = new ArrayDeque<>();
  private double[] at;
  private double[] gradient;
  private double value;

  /// A function with its gradient.
  @FunctionalInterface
  public interface Function {
    /// The value at a point.
    ///
    /// @param gradient is filled
    double value(double[] at, double[] gradient);
  }

  /// A step, and what it changed of the gradient.
  private static final class Correction {

    private final double[] step;
    private final double[] change;
    private final double product;

    Correction(double[] step, double[] change) {
      this.step = step;
      this.change = change;
      this.product = dot(step, change);
    }
  }

  private Lbfgs(Function function, double[] start) {
    this.function = function;
    this.at = start.clone();
    this.gradient = new double[start.length];
    this.value = function.value(at, gradient);
  }

  /// The minimum, from a start.
  ///
  /// @param tolerance stops where no derivative is larger
  /// @param mostIterations stops after so many steps
  public static double[] minimum(
      Function function, double[] start, double tolerance, int mostIterations) {
    var search = new Lbfgs(function, start);
    for (int i = 0; i < mostIterations && search.steepness() > tolerance; i++) {
      if (!search.step()) {
        break;
      }
    }
    return search.at;
  }

  private double steepness() {
    double largest = 0;
    for (double derivative : gradient) {
      largest = Math.max(largest, Math.abs(derivative));
    }
    return largest;
  }

  /// Goes a step; false where none leads further.
  private boolean step() {
    double[] direction = direction();
    double slope = dot(direction, gradient);
    if (!(slope < 0)) {
      return false;
    }
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double length = memory.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    for (int trial = 0; trial < MOST_STEP_TRIALS; trial++) {
      double[] next = moved(direction, length);
      double[] nextGradient = new double[next.length];
      double nextValue = function.value(next, nextGradient);
      double nextSlope = dot(direction, nextGradient);
      boolean higher = !(nextValue <= value + ROUNDING * Math.abs(value));
      if (higher || nextSlope > -FLAT_ENOUGH * slope) {
        high = length;
      } else if (nextSlope < FLAT_ENOUGH * slope) {
        low = length;
      } else {
        return accept(next, nextGradient, nextValue);
      }
      length = Double.isInfinite(high) ? 2 * length : (low + high) / 2;
    }
    return false;
  }

  private boolean accept(double[] next, double[] nextGradient, double nextValue) {
    var correction = new Correction(difference(next, at), difference(nextGradient, gradient));
    if (correction.product > 0) {
      memory.addFirst(correction);
      if (memory.size() > MEMORY) {
        memory.removeLast();
      }
    }
    at = next;
    gradient = nextGradient;
    value = nextValue;
    return true;
  }

  /// The two-loop recursion: the gradient, turned by what was learnt of the curvature.
  private double[] direction() {
    double[] direction = new double[gradient.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -gradient[i];
    }
    double[] shares = new double[memory.size()];
    int i = 0;
    for (Correction each : memory) {
      shares[i] = dot(each.step, direction) / each.product;
      add(direction, -shares[i++], each.change);
    }
    Correction latest = memory.peekFirst();
    if (latest != null) {
      double scale = latest.product / dot(latest.change, latest.change);
      add(direction, scale - 1, direction.clone());
    }
    for (var oldest = memory.descendingIterator(); oldest.hasNext(); ) {
      Correction each = oldest.next();
      double share = dot(each.change, direction) / each.product;
      add(direction, shares[--i] - share, each.step);
    }
    return direction;
  }

  private double[] moved(double[] direction, double length) {
    double[] moved = at.clone();
    add(moved, length, direction);
    return moved;
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = a.clone();
    add(difference, -1, b);
    return difference;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
