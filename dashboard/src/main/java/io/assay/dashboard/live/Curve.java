package io.assay.dashboard.live;

import io.assay.contracts.event.MetricSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one metric settled. Bounded: beyond twice the limit every other point goes. Not safe for use
/// by several threads.
final class Curve {

  /// The most points that a curve is drawn with.
  static final int POINTS = 300;

  /// One point.
  ///
  /// @param n samples that it rests on
  /// @param value the estimate
  /// @param low lower end of the interval
  /// @param high upper end of the interval
  /// @param at when
  record Point(long n, double value, @Nullable Double low, @Nullable Double high, Instant at) {}

  private List<Point> points = new ArrayList<>();
  private int saved;
  private boolean finished;
  private boolean finishSaved;

  Curve() {}

  Curve(List<Point> earlier) {
    points.addAll(earlier);
    saved = earlier.size();
  }

  void take(MetricSnapshot snapshot) {
    var value = snapshot.value();
    if (value == null || finishSaved) {
      return;
    }
    if (!points.isEmpty() && points.getLast().n() >= snapshot.n()) {
      points.removeLast(); // the final snapshot repeats the last n, exactly
    }
    points.add(new Point(snapshot.n(), value, snapshot.low(), snapshot.high(), snapshot.at()));
    finished |= snapshot.last();
    if (points.size() > 2 * POINTS) {
      points = thinned(POINTS);
      saved = Math.min(saved, points.size());
    }
  }

  /// The points, thinned to the limit; the first and the last are always among them.
  List<Point> points() {
    return thinned(POINTS);
  }

  private List<Point> thinned(int limit) {
    if (points.size() <= limit) {
      return new ArrayList<>(points);
    }
    var kept = new ArrayList<Point>(limit);
    for (int i = 0; i < limit; i++) {
      kept.add(points.get((int) ((long) i * (points.size() - 1) / (limit - 1))));
    }
    return kept;
  }

  /// Whether it has grown enough to be written: rewriting it for each point would be quadratic.
  boolean wantsSaving() {
    return !finishSaved && (finished || points.size() > saved + Math.max(10, saved / 5));
  }

  /// It has been written; a finished one is then read from the store alone.
  void saved() {
    saved = points.size();
    if (finished) {
      finishSaved = true;
      points = new ArrayList<>();
    }
  }

  /// Whether its points are in the store and no longer here.
  boolean released() {
    return finishSaved;
  }
}
