package io.assay.evaluator.http;

/// How many calls a server seems to take at once, found as TCP finds its window (RFC 5681): slow
/// start doubles it with each round of answers until latency or an overload says enough, then it
/// grows by one a round, and an overload cuts it. Pure: the caller gives the time.
final class Concurrency {

  /// A round whose mean latency is beyond this many times the best round's is too much.
  private static final double TOO_SLOW = 3;

  /// What a busy machine adds to any latency, in milliseconds: no reason to hold back.
  private static final double SLACK_MS = 250;

  /// The best latency is forgotten slowly, since answers grow longer and servers busier.
  private static final double FORGET = 1.02;

  private static final double CUT = 0.7;

  private int most;
  private double limit;
  private boolean slowStart = true;
  private double best = Double.POSITIVE_INFINITY;
  private double sum;
  private int answers;
  private int failures;
  private boolean good = true;
  private long lastCut = Long.MIN_VALUE;

  /// @param first where it starts
  /// @param most where it ends
  Concurrency(int first, int most) {
    this.most = most;
    this.limit = Math.min(first, most);
  }

  /// Changes its upper end.
  synchronized void most(int most) {
    this.most = most;
    limit = Math.min(limit, most);
  }

  synchronized int limit() {
    return (int) limit;
  }

  /// An answer came.
  ///
  /// @param used whether the limit was what held calls back; if not, it has no reason to grow
  synchronized void answered(double latencyMillis, boolean used) {
    sum += latencyMillis;
    answers++;
    if (used && good && limit < most) {
      limit = Math.min(most, limit + (slowStart ? 1 : 1 / limit));
    }
    if (answers >= Math.max(8, limit / 2)) {
      endRound();
    }
  }

  private void endRound() {
    double mean = sum / answers;
    best = Math.min(best * FORGET, mean);
    good = mean <= Math.max(best * TOO_SLOW, best + SLACK_MS);
    slowStart &= good;
    good &= failures * 10 <= answers;
    sum = 0;
    answers = 0;
    failures = 0;
  }

  /// An attempt failed, though not from overload. Where one in ten does, the next round brings no
  /// growth.
  synchronized void failed() {
    failures++;
  }

  /// The server was overloaded or refused for its rate. Calls that went out before the last cut say
  /// nothing new.
  ///
  /// @param sent when the attempt went out
  synchronized void overloaded(long sent, long now) {
    if (lastCut != Long.MIN_VALUE && sent - lastCut < 0) {
      return;
    }
    lastCut = now;
    slowStart = false;
    limit = Math.max(1, limit * CUT);
  }
}
