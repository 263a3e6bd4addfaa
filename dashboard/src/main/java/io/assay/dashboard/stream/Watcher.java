package io.assay.dashboard.stream;

import io.assay.dashboard.live.Cell;
import io.assay.dashboard.live.JobView;
import io.assay.dashboard.live.LiveState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one connection has been sent, and what it is to be sent next. Used by one thread.
final class Watcher {

  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Duration RATES = Duration.ofSeconds(1);
  private static final int MAX_JOBS = 200;

  private final LiveState live;
  private final Clock clock;
  private final String epoch;
  private final Scope scope;
  private long sent;
  private boolean begun;
  private Instant spokeAt;
  private Instant jobAt;
  private @Nullable JobView lastJob;

  /// @param since the last version that the client has; negative if it has none
  Watcher(LiveState live, Clock clock, String epoch, Scope scope, long since) {
    this.live = live;
    this.clock = clock;
    this.epoch = epoch;
    this.scope = scope;
    this.sent = since;
    this.begun = since >= 0;
    this.spokeAt = clock.instant();
    this.jobAt = spokeAt;
  }

  /// What is new; empty if nothing is.
  String next() {
    var frames =
        switch (scope) {
          case Scope.OneJob job -> job(job.jobId());
          case Scope.AllJobs _ -> jobs();
        };
    var now = clock.instant();
    if (frames.isEmpty() && Duration.between(spokeAt, now).compareTo(SILENCE) >= 0) {
      frames = Frame.ping(id(), now);
    }
    if (!frames.isEmpty()) {
      spokeAt = now;
    }
    return frames;
  }

  private String jobs() {
    var changed = live.jobsSince(sent, MAX_JOBS);
    sent = changed.version();
    if (changed.rows().isEmpty() && begun) {
      return "";
    }
    begun = true;
    return Frame.of("jobs", id(), Map.of("rows", changed.rows()));
  }

  private String job(String jobId) {
    var changes = live.since(jobId, sent);
    if (!begun) {
      return changes.job().map(job -> snapshot(changes, job)).orElse("");
    }
    sent = changes.version();
    var frames = changes.cells().isEmpty() ? "" : metrics(changes.cells());
    return frames + job(jobId, changes);
  }

  private String snapshot(LiveState.Changes changes, JobView job) {
    begun = true;
    sent = changes.version();
    remember(job);
    var data = new LinkedHashMap<String, Object>();
    data.put("at", clock.instant());
    data.put("cols", Cell.COLUMNS);
    data.put("cells", changes.cells());
    data.put("job", job);
    return Frame.of("snapshot", id(), data);
  }

  private String metrics(List<Cell> cells) {
    return Frame.of("metrics", id(), Map.of("at", clock.instant(), "cells", cells));
  }

  /// A job that changed, or whose rate and remaining time did by time alone.
  private String job(String jobId, LiveState.Changes changes) {
    var job = changes.job().orElse(null);
    if (job == null && changes.active() && jobAt.plus(RATES).isBefore(clock.instant())) {
      job = live.job(jobId).map(JobView::live).filter(this::looksOther).orElse(null);
    }
    if (job == null) {
      return "";
    }
    remember(job);
    return Frame.of("job", id(), job);
  }

  private boolean looksOther(JobView job) {
    var before = lastJob;
    return before == null || job.rate() != before.rate();
  }

  private void remember(JobView job) {
    lastJob = job;
    jobAt = clock.instant();
  }

  private String id() {
    return epoch + "-" + Math.max(0, sent);
  }
}
