package io.assay.dashboard.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Samples settled in a second over the last ten, by the clock of whoever counted. Not safe for use
/// by several threads.
final class Rate {

  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(200);
  private static final Duration ENOUGH = Duration.ofMillis(500);

  private record Mark(Instant at, long settled) {}

  private final ArrayDeque<Mark> marks = new ArrayDeque<>();
  private @Nullable Mark newest;
  private Instant heardAt = Instant.MIN;

  /// So many were settled at that time.
  ///
  /// @param now when this was heard
  void take(long settled, Instant at, Instant now) {
    var mark = new Mark(at, settled);
    newest = mark;
    heardAt = now;
    var before = marks.peekLast();
    if (before == null || !at.isBefore(before.at().plus(STEP))) {
      marks.addLast(mark);
    }
    while (marks.size() > 1 && marks.getFirst().at().isBefore(at.minus(WINDOW))) {
      marks.removeFirst();
    }
  }

  /// Samples a second.
  ///
  /// @param startedAt when the job started: the mark of zero for the first half second
  double perSecond(@Nullable Instant startedAt, Instant now) {
    var last = newest;
    if (last == null || heardAt.isBefore(now.minus(WINDOW))) {
      return 0;
    }
    var first = marks.getFirst();
    if (Duration.between(first.at(), last.at()).compareTo(ENOUGH) < 0) {
      first = startedAt == null ? first : new Mark(startedAt, 0);
    }
    double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
    return seconds <= 0 ? 0 : (last.settled() - first.settled()) / seconds;
  }
}
