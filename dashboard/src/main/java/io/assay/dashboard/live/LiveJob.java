package io.assay.dashboard.live;

import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.spec.ModelSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One job. Its record may come later than its progress: topics are read side by side. Guarded by
/// [LiveState].
final class LiveJob {

  private final Map<String, LiveModel> models = new LinkedHashMap<>();
  private @Nullable Job job;
  private Map<String, Checkpoint.Position> positions = Map.of();
  private long version;

  void take(Job next) {
    job = next;
    next.document().models().stream().map(ModelSpec::id).forEach(this::model);
  }

  void take(Checkpoint checkpoint) {
    positions = checkpoint.models();
  }

  LiveModel model(String id) {
    return models.computeIfAbsent(id, LiveModel::new);
  }

  Collection<LiveModel> models() {
    return models.values();
  }

  void changed(long at) {
    version = at;
  }

  long version() {
    return version;
  }

  boolean active() {
    return job != null && !job.state().ended();
  }

  /// All of it; absent while its record has not come.
  @Nullable JobView view(Instant now) {
    return job == null ? null : view(job, now);
  }

  private JobView view(Job known, Instant now) {
    var views =
        known.document().models().stream()
            .map(spec -> model(spec.id()).view(known, positions.get(spec.id()), now))
            .toList();
    return new JobView(
        known.jobId(),
        known.document().name(),
        known.document().description(),
        known.state(),
        known.cancelled(),
        known.message(),
        known.submittedAt(),
        known.startedAt(),
        known.endedAt(),
        seconds(known, now),
        known.document().limits().allowedFailures(),
        known.source(),
        settled(known),
        JobView.TaskView.of(known.document(), this::slices),
        known.verdicts(),
        views.stream().mapToLong(model -> model.counts().settled()).sum(),
        total(views),
        views.stream().mapToLong(model -> model.counts().failed()).sum(),
        views.stream().mapToDouble(ModelView::rate).sum(),
        slowest(views),
        views);
  }

  private List<String> slices(String task) {
    return models.values().stream()
        .flatMap(model -> model.cells().stream())
        .map(cell -> cell.snapshot)
        .filter(each -> each.task().equals(task) && !each.slice().equals(MetricSnapshot.ALL))
        .map(MetricSnapshot::slice)
        .distinct()
        .sorted()
        .toList();
  }

  private boolean settled(Job known) {
    return known.state().ended()
        && known.document().models().stream()
            .map(ModelSpec::id)
            .allMatch(id -> model(id).complete(model(id).issued(known, positions.get(id))));
  }

  private static double seconds(Job known, Instant now) {
    var from = known.startedAt() == null ? known.submittedAt() : known.startedAt();
    var to = known.endedAt() == null ? now : known.endedAt();
    return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
  }

  private static @Nullable Long total(List<ModelView> views) {
    long sum = 0;
    for (var view : views) {
      var total = view.counts().total();
      if (total == null) {
        return null;
      }
      sum += total;
    }
    return sum;
  }

  private static @Nullable Double slowest(List<ModelView> views) {
    return views.stream()
        .map(ModelView::etaSeconds)
        .filter(Objects::nonNull)
        .max(Double::compare)
        .orElse(null);
  }
}
