package io.assay.dashboard.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import io.assay.contracts.wire.ContractJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// All jobs as they stand. Safe for use by several threads.
public final class LiveState {

  /// What changed in one job after a version.
  ///
  /// @param version everything up to it is in here
  /// @param cells the cells that changed
  /// @param job the job, if anything of it but cells changed; absent if not, or if it is not known
  /// @param active whether it goes on, so that its rate and remaining time change by themselves
  public record Changes(long version, List<Cell> cells, Optional<JobView> job, boolean active) {}

  /// Which jobs changed after a version.
  ///
  /// @param version everything up to it is in here
  /// @param rows the jobs, the latest first
  public record ChangedJobs(long version, List<JobRow> rows) {}

  /// A part of the list of jobs.
  ///
  /// @param total how many there are
  /// @param rows the part, the latest first
  public record JobPage(long total, List<JobRow> rows) {}

  /// A curve that grew, to be written.
  ///
  /// @param jobId the job
  /// @param key the metric's record key
  /// @param points its points as JSON
  public record GrownCurve(String jobId, String key, String points) {}

  /// One point of a settling curve, as it is sent.
  ///
  /// @param model whose it is
  public record CurvePoint(
      String model,
      long n,
      double value,
      @Nullable Double low,
      @Nullable Double high,
      java.time.Instant at) {}

  private static final TypeReference<List<Curve.Point>> POINTS = new TypeReference<>() {};

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, LiveJob> jobs = new HashMap<>();
  private long version;

  /// Empty.
  public LiveState(Clock clock) {
    this.clock = clock;
  }

  /// A job's new state.
  public void take(Job job) {
    change(job.jobId(), live -> live.take(job));
  }

  /// How far a job's prompts are issued.
  public void take(Checkpoint checkpoint) {
    change(checkpoint.jobId(), live -> live.take(checkpoint));
  }

  /// How far a model is settled.
  public void take(Progress progress) {
    change(
        progress.jobId(), live -> live.model(progress.modelId()).take(progress, clock.instant()));
  }

  /// A metric's new value.
  public void take(MetricSnapshot snapshot) {
    locked(() -> {
      long next = ++version;
      var live = jobs.computeIfAbsent(snapshot.jobId(), _ -> new LiveJob());
      live.model(snapshot.modelId()).take(snapshot, next);
      if (snapshot.last()) {
        live.changed(next); // the job may be settled by it
      }
      return next;
    });
  }

  /// A metric as it was before a restart.
  ///
  /// @param points its curve as [GrownCurve] gave it; absent if it had none
  public void restore(MetricSnapshot snapshot, @Nullable String points) {
    locked(() -> {
      var live = jobs.computeIfAbsent(snapshot.jobId(), _ -> new LiveJob());
      live.model(snapshot.modelId()).restore(snapshot, parse(points), ++version);
      return version;
    });
  }

  /// A job was deleted.
  public void forget(String jobId) {
    locked(() -> Optional.ofNullable(jobs.remove(jobId)));
  }

  private void change(String jobId, java.util.function.Consumer<LiveJob> change) {
    locked(() -> {
      var live = jobs.computeIfAbsent(jobId, _ -> new LiveJob());
      change.accept(live);
      live.changed(++version);
      return version;
    });
  }

  /// A job with its metrics.
  public Optional<JobView> job(String jobId) {
    return locked(() -> Optional.ofNullable(jobs.get(jobId)).map(job -> job.view(clock.instant())));
  }

  /// Jobs, the latest first.
  ///
  /// @param states only those in these states; all if empty
  /// @param text only those that mention it; all if empty
  public JobPage jobs(Set<Job.State> states, String text, int offset, int limit) {
    var matching =
        rows(jobsAfter(-1)).stream()
            .filter(row -> states.isEmpty() || states.contains(row.state()))
            .filter(row -> text.isEmpty() || row.mentions(text))
            .toList();
    return new JobPage(matching.size(), matching.stream().skip(offset).limit(limit).toList());
  }

  /// Jobs that changed after a version, at most so many.
  public ChangedJobs jobsSince(long since, int limit) {
    long now = version();
    return new ChangedJobs(now, rows(jobsAfter(since)).stream().limit(limit).toList());
  }

  private List<JobView> jobsAfter(long since) {
    return locked(() ->
        jobs.values().stream()
            .filter(job -> job.version() > since)
            .map(job -> job.view(clock.instant()))
            .flatMap(view -> Optional.ofNullable(view).stream())
            .toList());
  }

  private static List<JobRow> rows(List<JobView> views) {
    return views.stream()
        .sorted(Comparator.comparing(JobView::submittedAt).thenComparing(JobView::jobId).reversed())
        .map(JobRow::of)
        .toList();
  }

  /// What changed in a job after a version; everything if that is negative.
  public Changes since(String jobId, long since) {
    return locked(() -> changes(jobs.get(jobId), since));
  }

  private Changes changes(@Nullable LiveJob job, long since) {
    if (job == null) {
      return new Changes(version, List.of(), Optional.empty(), false);
    }
    var cells = new ArrayList<Cell>();
    for (var model : job.models()) {
      model.cells().stream()
          .filter(cell -> cell.version > since)
          .forEach(cell -> cells.add(Cell.of(cell.snapshot)));
    }
    var view = job.version() > since ? job.view(clock.instant()) : null;
    return new Changes(version, cells, Optional.ofNullable(view).map(JobView::live), job.active());
  }

  /// The version of the last change.
  public long version() {
    return locked(() -> version);
  }

  /// The points of the curves that are held here.
  ///
  /// @param stored the others, as [GrownCurve] gave them, by the metric's record key
  public List<CurvePoint> series(
      String jobId, String task, String metric, Map<String, String> stored) {
    return locked(() -> {
      var job = jobs.get(jobId);
      var points = new ArrayList<CurvePoint>();
      if (job != null) {
        for (var model : job.models()) {
          model.cells().stream()
              .filter(cell -> isOf(cell.snapshot, task, metric))
              .forEach(cell -> points.addAll(points(cell, stored)));
        }
      }
      return points;
    });
  }

  private static boolean isOf(MetricSnapshot snapshot, String task, String metric) {
    return snapshot.slice().equals(MetricSnapshot.ALL)
        && (task.isEmpty() || snapshot.task().equals(task))
        && (metric.isEmpty() || snapshot.name().equals(metric));
  }

  private static List<CurvePoint> points(LiveModel.LiveCell cell, Map<String, String> stored) {
    var points =
        cell.curve.released() ? parse(stored.get(cell.snapshot.recordKey())) : cell.curve.points();
    return points.stream()
        .map(point ->
            new CurvePoint(
                cell.snapshot.modelId(),
                point.n(),
                point.value(),
                point.low(),
                point.high(),
                point.at()))
        .toList();
  }

  /// The curves that grew enough to be written.
  public List<GrownCurve> grownCurves(Collection<MetricSnapshot> changed) {
    return locked(() ->
        changed.stream()
            .flatMap(snapshot -> cell(snapshot).stream())
            .filter(cell -> cell.curve.wantsSaving())
            .map(cell ->
                new GrownCurve(
                    cell.snapshot.jobId(), cell.snapshot.recordKey(), json(cell.curve.points())))
            .toList());
  }

  /// These curves have been written.
  public void saved(Collection<MetricSnapshot> changed, Collection<GrownCurve> written) {
    var keys = written.stream().map(GrownCurve::key).collect(java.util.stream.Collectors.toSet());
    locked(() -> {
      changed.stream()
          .filter(snapshot -> keys.contains(snapshot.recordKey()))
          .flatMap(snapshot -> cell(snapshot).stream())
          .forEach(cell -> cell.curve.saved());
      return keys;
    });
  }

  private Optional<LiveModel.LiveCell> cell(MetricSnapshot snapshot) {
    var job = jobs.get(snapshot.jobId());
    return job == null
        ? Optional.empty()
        : job.model(snapshot.modelId()).cells().stream()
            .filter(cell -> cell.snapshot.recordKey().equals(snapshot.recordKey()))
            .findFirst();
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private static List<Curve.Point> parse(@Nullable String points) {
    try {
      return points == null ? List.of() : ContractJson.mapper().readValue(points, POINTS);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a stored curve is no JSON: " + e.getMessage(), e);
    }
  }

  private static String json(List<Curve.Point> points) {
    try {
      return ContractJson.mapper().writeValueAsString(points);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("points of a curve are numbers", e);
    }
  }
}
