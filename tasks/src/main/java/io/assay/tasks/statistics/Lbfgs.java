package io.assay.tasks.statistics;

import java.util.ArrayDeque;
import java.util.Deque;

/// Finds the minimum of a smooth function of many variables in the steps of L-BFGS-B without bounds
/// (Byrd, Lu, Nocedal and Zhu 1995; version 3.0, which SciPy has), so that it stops where SciPy
/// stops.
public final class Lbfgs {

  private static final int MEMORY = 10;
  private static final double ROUNDING = Math.ulp(1.0);

  private final Function function;
  private final Stop stop;
  private final Deque<Correction> memory = new ArrayDeque<>();
  private double[] at;
  private double[] gradient;
  private double value;
  private int iterations;

  /// A function with its gradient.
  @FunctionalInterface
  public interface Function {
    /// The value at a point.
    ///
    /// @param gradient is filled
    double value(double[] at, double[] gradient);
  }

  /// When to stop.
  ///
  /// @param steepness where no derivative is larger (`gtol`)
  /// @param reduction where a step lowers the value by less than this share of it (`ftol`)
  /// @param iterations after so many steps (`maxiter`)
  /// @param trials after so many lengths of one step (`maxls`)
  public record Stop(double steepness, double reduction, int iterations, int trials) {}

  /// A step, and what it changed of the gradient.
  private static final class Correction {

    private final double[] step;
    private final double[] change;
    private final double product;

    Correction(double[] step, double[] change, double product) {
      this.step = step;
      this.change = change;
      this.product = product;
    }
  }

  private Lbfgs(Function function, double[] start, Stop stop) {
    this.function = function;
    this.stop = stop;
    this.at = start.clone();
    this.gradient = new double[start.length];
    this.value = function.value(at, gradient);
  }

  /// Searches from a start.
  public static Lbfgs from(double[] start, Function function, Stop stop) {
    var search = new Lbfgs(function, start, stop);
    boolean going = search.steepness() > stop.steepness();
    while (going && search.iterations < stop.iterations()) {
      going = search.step();
    }
    return search;
  }

  /// Where the search ended.
  public double[] minimum() {
    return at.clone();
  }

  /// How many steps it took.
  public int iterations() {
    return iterations;
  }

  private double steepness() {
    double largest = 0;
    for (double derivative : gradient) {
      largest = Math.max(largest, Math.abs(derivative));
    }
    return largest;
  }

  /// Goes a step; false where the search is at its end.
  private boolean step() {
    double[] direction = direction();
    double slope = dot(gradient, direction);
    if (!(slope < 0)) {
      return restart();
    }
    double length = iterations == 0 ? Math.min(1 / Math.sqrt(dot(direction, direction)), 1e10) : 1;
    var search = new LineSearch(value, slope, length);
    for (int trial = 0; trial < stop.trials(); trial++) {
      double[] next = at.clone();
      add(next, search.step(), direction);
      double[] nextGradient = new double[next.length];
      double nextValue = function.value(next, nextGradient);
      double nextSlope = dot(nextGradient, direction);
      if (search.isDone(nextValue, nextSlope)) {
        double product = (nextSlope - slope) * search.step();
        boolean curved = product > ROUNDING * -slope * search.step();
        return accept(next, nextGradient, nextValue, curved ? product : 0);
      }
    }
    return restart();
  }

  /// Forgets the curvature; false where there is none to forget.
  private boolean restart() {
    boolean remembered = !memory.isEmpty();
    memory.clear();
    return remembered;
  }

  /// @param product of the step and what it changed of the gradient; 0 if that tells nothing
  private boolean accept(double[] next, double[] nextGradient, double nextValue, double product) {
    if (product > 0) {
      remember(new Correction(difference(next, at), difference(nextGradient, gradient), product));
    }
    double scale = Math.max(Math.max(Math.abs(value), Math.abs(nextValue)), 1);
    boolean reduced = value - nextValue > stop.reduction() * scale;
    at = next;
    gradient = nextGradient;
    value = nextValue;
    iterations++;
    return steepness() > stop.steepness() && reduced;
  }

  private void remember(Correction correction) {
    memory.addFirst(correction);
    if (memory.size() > MEMORY) {
      memory.removeLast();
    }
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
