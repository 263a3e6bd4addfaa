package io.assay.tasks.statistics;

/// Moré and Thuente's search for a step along a line that lowers a function enough and flattens its
/// slope ("Line search algorithms with guaranteed sufficient decrease", 1994), in the steps of
/// MINPACK-2's `dcsrch`, which L-BFGS-B uses.
final class LineSearch {

  private static final double ENOUGH_DECREASE = 1e-3;
  private static final double ENOUGH_FLATTENING = 0.9;
  private static final double NARROW = 0.1;
  private static final double LONGEST = 1e10;
  private static final double NEAREST_TRIAL = 1.1;
  private static final double FARTHEST_TRIAL = 4;
  private static final double SHRINKAGE = 0.66;

  /// A step with the function's value and slope there.
  private record Point(double step, double value, double slope) {

    /// Without the decrease that is asked for.
    Point above(double decrease) {
      return new Point(step, value - step * decrease, slope - decrease);
    }

    Point below(double decrease) {
      return new Point(step, value + step * decrease, slope + decrease);
    }
  }

  private final Point start;
  private final double decrease;
  private Point best;
  private Point other;
  private boolean bracketed;
  private boolean lowering = true;
  private double width = LONGEST;
  private double lastWidth = 2 * LONGEST;
  private double low;
  private double high;
  private double step;

  /// @param value at step 0
  /// @param slope at step 0, negative
  /// @param step the first to try
  LineSearch(double value, double slope, double step) {
    this.start = new Point(0, value, slope);
    this.decrease = ENOUGH_DECREASE * slope;
    this.best = start;
    this.other = start;
    this.step = step;
    this.high = step + FARTHEST_TRIAL * step;
  }

  /// The step to try next, or the one that was found.
  double step() {
    return step;
  }

  /// Takes note of the function at [#step]; true where that step is taken, else there is another
  /// one to try.
  boolean isDone(double value, double slope) {
    var tried = new Point(step, value, slope);
    double enough = start.value() + step * decrease;
    lowering = lowering && !(value <= enough && slope >= 0);
    if (isExhausted(tried, enough)
        || (value <= enough && Math.abs(slope) <= -ENOUGH_FLATTENING * start.slope())) {
      return true;
    }
    advance(tried, enough);
    return false;
  }

  private boolean isExhausted(Point tried, double enough) {
    boolean stuck = bracketed && (step <= low || step >= high || high - low <= NARROW * high);
    boolean longest = step == LONGEST && tried.value() <= enough && tried.slope() <= decrease;
    return stuck || longest || step == 0;
  }

  private void advance(Point tried, double enough) {
    if (lowering && tried.value() <= best.value() && tried.value() > enough) {
      best = best.above(decrease);
      other = other.above(decrease);
      choose(tried.above(decrease));
      best = best.below(decrease);
      other = other.below(decrease);
    } else {
      choose(tried);
    }
    if (bracketed) {
      narrow();
    } else {
      low = step + NEAREST_TRIAL * (step - best.step());
      high = step + FARTHEST_TRIAL * (step - best.step());
    }
    step = Math.clamp(step, 0, LONGEST);
    if (bracketed && (step <= low || step >= high || high - low <= NARROW * high)) {
      step = best.step();
    }
  }

  private void narrow() {
    double distance = Math.abs(other.step() - best.step());
    if (distance >= SHRINKAGE * lastWidth) {
      step = best.step() + (other.step() - best.step()) / 2;
    }
    lastWidth = width;
    width = distance;
    low = Math.min(best.step(), other.step());
    high = Math.max(best.step(), other.step());
  }

  /// Chooses the next step by interpolation (`dcstep`), and the interval that holds the minimum.
  private void choose(Point tried) {
    boolean turned = tried.slope() * Math.signum(best.slope()) < 0;
    double next;
    if (tried.value() > best.value()) {
      next = afterRise(tried);
      bracketed = true;
    } else if (turned) {
      next = farther(tried, cubic(tried, best), secant(tried));
      bracketed = true;
    } else if (Math.abs(tried.slope()) < Math.abs(best.slope())) {
      next = afterFlattening(tried);
    } else if (bracketed) {
      next = cubic(tried, other);
    } else {
      next = tried.step() > best.step() ? high : low;
    }
    if (tried.value() > best.value()) {
      other = tried;
    } else {
      other = turned ? best : other;
      best = tried;
    }
    step = next;
  }

  private double afterRise(Point tried) {
    double distance = tried.step() - best.step();
    double cubic = cubic(best, tried);
    double rise = (best.value() - tried.value()) / distance + best.slope();
    double quadratic = best.step() + best.slope() / rise / 2 * distance;
    return Math.abs(cubic - best.step()) < Math.abs(quadratic - best.step())
        ? cubic
        : cubic + (quadratic - cubic) / 2;
  }

  private double afterFlattening(Point tried) {
    double cubic = boundedCubic(tried);
    double secant = secant(tried);
    if (!bracketed) {
      return Math.max(low, Math.min(high, farther(tried, cubic, secant)));
    }
    double nearer =
        Math.abs(cubic - tried.step()) < Math.abs(secant - tried.step()) ? cubic : secant;
    double limit = tried.step() + SHRINKAGE * (other.step() - tried.step());
    return tried.step() > best.step() ? Math.min(limit, nearer) : Math.max(limit, nearer);
  }

  private static double farther(Point from, double a, double b) {
    return Math.abs(a - from.step()) > Math.abs(b - from.step()) ? a : b;
  }

  private double secant(Point tried) {
    return tried.step()
        + tried.slope() / (tried.slope() - best.slope()) * (best.step() - tried.step());
  }

  /// The minimum of the cubic through two points with their slopes, seen from the first.
  private static double cubic(Point from, Point to) {
    double theta = theta(from, to);
    double gamma = gamma(theta, from, to);
    double p = gamma - from.slope() + theta;
    double q = gamma - from.slope() + gamma + to.slope();
    return from.step() + p / q * (to.step() - from.step());
  }

  /// As [#cubic] from the tried point to the best, where the cubic may have no minimum beyond.
  private double boundedCubic(Point tried) {
    double theta = theta(tried, best);
    double gamma = gamma(theta, tried, best);
    double p = gamma - tried.slope() + theta;
    double q = gamma + (best.slope() - tried.slope()) + gamma;
    double r = p / q;
    if (r < 0 && gamma != 0) {
      return tried.step() + r * (best.step() - tried.step());
    }
    return tried.step() > best.step() ? high : low;
  }

  private static double theta(Point from, Point to) {
    return 3 * (from.value() - to.value()) / (to.step() - from.step()) + from.slope() + to.slope();
  }

  private static double gamma(double theta, Point from, Point to) {
    double scale =
        Math.max(Math.abs(theta), Math.max(Math.abs(from.slope()), Math.abs(to.slope())));
    double t = theta / scale;
    double root = Math.sqrt(Math.max(0, t * t - from.slope() / scale * (to.slope() / scale)));
    return from.step() > to.step() ? -scale * root : scale * root;
  }
}
