package io.assay.evaluator.http;

/// The rate of requests that a server turns out to allow. At first it doubles every tenth of a
/// second, so that a limit shows before many calls have run into it. After a refusal it goes on
/// just below the rate that got through, and grows again: slowly at first, faster the longer
/// nothing is refused. Pure: the caller gives the time.
final class LearnedRate {

  private static final double FIRST = 100;
  private static final double DOUBLES_EVERY_S = 0.1;
  private static final double RAMP_S = 1.5;
  private static final double BELOW = 0.97;
  private static final double GROWTH_PER_S = 0.005;
  private static final double FASTER_AFTER_S = 10;
  private static final double LEAST = 0.05;

  /// Refusals so close together have one cause, such as a burst; the server's pauses hold
  /// meanwhile.
  private static final double ONE_EVENT_S = 2;

  private static final double SHORTEST_MEASURE_S = 1;
  private static final int ENOUGH = 20;
  private static final double CAUTION = 0.85;
  private static final double LARGEST_CUT = 0.7;
  private static final double NANOS = 1e9;

  private final long begun;
  private boolean limited;
  private double rate = FIRST;
  private double passed;
  private long measuredSince;
  private long lastRefusal;
  private long lastUpdate;

  LearnedRate(long now) {
    this.begun = now;
    this.measuredSince = now;
    this.lastUpdate = now;
    this.lastRefusal = now;
  }

  /// Requests a second; infinite where no limit is known.
  synchronized double perSecond(long now) {
    if (!limited) {
      double age = (now - begun) / NANOS;
      return age > RAMP_S ? Double.POSITIVE_INFINITY : FIRST * Math.pow(2, age / DOUBLES_EVERY_S);
    }
    double quiet = (now - lastRefusal) / NANOS;
    double growth = GROWTH_PER_S * (1 + Math.pow(quiet / FASTER_AFTER_S, 2));
    rate *= Math.exp(growth * Math.max(0, (now - lastUpdate) / NANOS));
    lastUpdate = now;
    return rate;
  }

  /// A request was not refused.
  synchronized void passed() {
    passed++;
  }

  /// A request was refused for its rate.
  ///
  /// @param sent when it went out: those of before the last refusal say nothing new
  synchronized void refused(long sent, long now) {
    if (limited && (sent - lastRefusal < 0 || now - lastRefusal < ONE_EVENT_S * NANOS)) {
      return;
    }
    double measured = (passed + 0.5) / Math.max((now - measuredSince) / NANOS, SHORTEST_MEASURE_S);
    rate = Math.max(LEAST, BELOW * (limited ? lower(perSecond(now), measured) : measured));
    limited = true;
    lastRefusal = now;
    lastUpdate = now;
    passed = 0;
    measuredSince = now;
  }

  /// A few requests measure nothing, and with little to do the measure is below the limit.
  private double lower(double before, double measured) {
    return passed < ENOUGH
        ? before * CAUTION
        : Math.max(before * LARGEST_CUT, Math.min(before, measured));
  }
}
