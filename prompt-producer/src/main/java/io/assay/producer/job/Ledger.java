package io.assay.producer.job;

import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.Job.State;
import io.assay.contracts.event.Progress;
import io.assay.contracts.spec.ModelSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The books of one job: what was issued and settled for each model, and what follows from it. It
/// only decides; the dispatcher acts and tells it what was done.
final class Ledger {

  /// What is to be done next for a job, apart from issuing.
  enum Step {
    /// Declare it running.
    START,
    /// Nothing is left to issue or to settle: ask for final metrics.
    FINISH,
    /// Final metrics are there: end it.
    CONCLUDE,
    /// Nothing; something must arrive first.
    WAIT
  }

  private Job job;
  private final Map<String, Line> lines = new LinkedHashMap<>();

  /// Opens the books.
  ///
  /// @param checkpoint how far the prompts had come, if any were issued
  /// @param window most unsettled prompts of a model, where the document does not say
  /// @param patience how long nothing may settle, where the document does not say
  Ledger(Job job, @Nullable Checkpoint checkpoint, int window, Duration patience, Instant now) {
    this.job = job;
    var limits = job.document().limits();
    Integer ownWindow = limits.window();
    Double ownPatience = limits.unsettledAfter();
    Duration wait =
        ownPatience == null ? patience : Duration.ofMillis(Math.round(ownPatience * 1000));
    for (var model : job.document().models()) {
      var position = checkpoint == null ? null : checkpoint.models().get(model.id());
      lines.put(
          model.id(),
          new Line(
              job.totals().getOrDefault(model.id(), 0L),
              position == null ? 0 : position.issued(),
              ownWindow == null ? window : ownWindow,
              wait,
              now));
    }
  }

  Job job() {
    return job;
  }

  /// Takes over a state of the job that was written.
  void accept(Job written) {
    job = written;
  }

  List<ModelSpec> models() {
    return job.document().models();
  }

  /// How many prompts a model may get now: 0 unless a worthwhile part of its window is free.
  long credit(String model) {
    return job.state() == State.RUNNING && !stopped() ? line(model).credit() : 0;
  }

  long issued(String model) {
    return line(model).issued();
  }

  /// Books prompts that were issued.
  void issue(String model, long count, Instant now) {
    line(model).issue(count, now);
  }

  /// Books what the scorer reports. Reports of the past change nothing.
  void settle(Progress progress, Instant now) {
    var line = lines.get(progress.modelId());
    if (line != null) {
      line.settle(progress.counts().settled(), progress.last(), progress.finalMetrics(), now);
    }
  }

  /// Books what was found to be issued, where that was in doubt.
  void correct(Checkpoint written) {
    written.models().forEach((model, position) -> line(model).correct(position.issued()));
  }

  /// Prompts that are out, over all models.
  long inFlight() {
    return lines.values().stream().mapToLong(Line::inFlight).sum();
  }

  /// The checkpoint after further prompts.
  ///
  /// @param more per model, how many
  Checkpoint checkpoint(Map<String, Long> more) {
    return new Checkpoint(
        job.jobId(),
        lines.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    each -> each.getValue().position(more.getOrDefault(each.getKey(), 0L)))));
  }

  Step next() {
    return switch (job.state()) {
      case QUEUED -> stopped() ? Step.FINISH : Step.START;
      case RUNNING, PAUSED -> doneIssuing() && inFlight() == 0 ? Step.FINISH : Step.WAIT;
      case FINISHING -> allLast() ? Step.CONCLUDE : Step.WAIT;
      case COMPLETED, CANCELLED, FAILED -> Step.WAIT;
    };
  }

  private boolean stopped() {
    return job.cancelled() || job.failed();
  }

  private boolean doneIssuing() {
    return stopped() || lines.values().stream().allMatch(Line::exhausted);
  }

  private boolean allLast() {
    return lines.values().stream().allMatch(Line::last);
  }

  /// Models of which nothing has settled for too long although prompts are out.
  List<String> stalled(Instant now) {
    return job.state().ended()
        ? List.of()
        : lines.entrySet().stream()
            .filter(each -> each.getValue().stalled(now))
            .map(Map.Entry::getKey)
            .toList();
  }

  /// How often prompts of a model were issued again since something last settled.
  int reissues(String model) {
    return line(model).reissues();
  }

  /// Books that unsettled prompts of a model were issued again, or looked for in vain.
  void reissued(String model, boolean again, Instant now) {
    line(model).reissued(again, now);
  }

  /// A model gives no answers, so that unsettled prompts wait for it: its own, or where it is a
  /// judge those of all models.
  void waits(String model, Instant now) {
    Optional.ofNullable(lines.get(model))
        .ifPresentOrElse(
            line -> line.waits(now), () -> lines.values().forEach(line -> line.waits(now)));
  }

  /// How many final metrics a model has.
  int finalMetrics(String model) {
    return line(model).finalMetrics();
  }

  private Line line(String model) {
    return Optional.ofNullable(lines.get(model))
        .orElseThrow(
            () -> new IllegalArgumentException("job " + job.jobId() + " has no model " + model));
  }

  Job running(Instant now) {
    return Jobs.running(job, now);
  }

  Job finishing() {
    return Jobs.finishing(job, perModel(Line::issued));
  }

  private Map<String, Long> perModel(Function<Line, Long> number) {
    return lines.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> number.apply(each.getValue())));
  }
}
