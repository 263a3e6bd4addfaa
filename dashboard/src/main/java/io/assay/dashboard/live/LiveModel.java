package io.assay.dashboard.live;

import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Counts;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One model of a job: its last progress and its cells. Guarded by [LiveState].
final class LiveModel {

  /// A metric with the version of its last change.
  static final class LiveCell {
    MetricSnapshot snapshot;
    long version;
    final Curve curve;

    private LiveCell(MetricSnapshot snapshot, Curve curve) {
      this.snapshot = snapshot;
      this.curve = curve;
    }
  }

  private final String id;
  private final Map<String, LiveCell> cells = new TreeMap<>();
  private final Rate rate = new Rate();
  private @Nullable Progress progress;

  LiveModel(String id) {
    this.id = id;
  }

  void take(Progress next, Instant now) {
    progress = next;
    rate.take(next.counts().settled(), next.at(), now);
  }

  void take(MetricSnapshot snapshot, long version) {
    var cell =
        cells.computeIfAbsent(snapshot.recordKey(), _ -> new LiveCell(snapshot, new Curve()));
    cell.snapshot = snapshot;
    cell.version = version;
    cell.curve.take(snapshot);
  }

  /// A cell as it was before a restart.
  void restore(MetricSnapshot snapshot, List<Curve.Point> points, long version) {
    var curve = new Curve(points);
    if (snapshot.last()) {
      curve.take(snapshot);
      curve.saved();
    }
    var cell = new LiveCell(snapshot, curve);
    cell.version = version;
    cells.put(snapshot.recordKey(), cell);
  }

  Collection<LiveCell> cells() {
    return cells.values();
  }

  Counts counts() {
    return progress == null ? Counts.NONE : progress.counts();
  }

  /// Whether its final metrics are all here. A model that was never asked has none.
  boolean complete(long issued) {
    if (progress == null) {
      return issued == 0;
    }
    return progress.last()
        && cells.values().stream().filter(cell -> cell.snapshot.last()).count()
            >= progress.finalMetrics();
  }

  ModelView view(Job job, Checkpoint.@Nullable Position position, Instant now) {
    var counts = CountsView.of(issued(job, position), total(job, position), counts());
    double perSecond = rate(job, counts, now);
    return new ModelView(
        id,
        counts,
        progress == null ? 0 : progress.redelivered(),
        perSecond,
        eta(job, counts, perSecond),
        progress == null ? null : progress.callP50(),
        progress == null ? null : progress.callP95(),
        progress == null ? Completion.Usage.UNKNOWN : progress.usage(),
        progress == null ? null : progress.consulted(),
        metrics());
  }

  long issued(Job job, Checkpoint.@Nullable Position position) {
    var ended = job.issued().get(id);
    return ended != null ? ended : position == null ? 0 : position.issued();
  }

  private @Nullable Long total(Job job, Checkpoint.@Nullable Position position) {
    var known = job.totals().get(id);
    if (known != null) {
      return known;
    }
    return position == null || position.total() < 0 ? null : position.total();
  }

  private double rate(Job job, CountsView counts, Instant now) {
    var started = job.startedAt();
    var ended = job.endedAt();
    if (ended == null) {
      return rate.perSecond(started, now);
    }
    double seconds = started == null ? 0 : Duration.between(started, ended).toMillis() / 1000.0;
    return seconds <= 0 ? 0 : counts.settled() / seconds;
  }

  private static @Nullable Double eta(Job job, CountsView counts, double perSecond) {
    var total = counts.total();
    if (job.state() != Job.State.RUNNING || total == null || perSecond <= 0) {
      return null;
    }
    return Math.max(0, total - counts.settled()) / perSecond;
  }

  private List<MetricView> metrics() {
    var views = new ArrayList<MetricView>();
    cells.values().stream()
        .map(cell -> MetricView.of(cell.snapshot))
        .sorted(Comparator.comparing(MetricView::task).thenComparing(MetricView::slice))
        .forEach(views::add);
    return views;
  }
}
