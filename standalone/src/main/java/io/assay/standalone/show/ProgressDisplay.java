package io.assay.standalone.show;

import io.assay.standalone.client.JobView;
import org.jspecify.annotations.Nullable;

/// A job's progress in a terminal: one line a model, drawn over, with bar, rate, time left and the
/// first metric as its interval narrows. Without a terminal: plain lines, one a model when a tenth
/// of its samples more is done.
public final class ProgressDisplay {

  private static final int BAR = 20;

  private final Terminal terminal;
  private final java.util.Map<String, Long> printedTenths = new java.util.HashMap<>();
  private int drawn;

  /// @param terminal where it is shown
  public ProgressDisplay(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Shows the job as it stands.
  public void show(JobView job) {
    if (terminal.live()) {
      redraw(job);
    } else {
      job.models().forEach(model -> printTenths(job, model));
    }
  }

  private void redraw(JobView job) {
    var text = new StringBuilder();
    if (drawn > 0) {
      text.append("\033[").append(drawn).append("A\033[J"); // up, and clear from there
    }
    int width = job.models().stream().mapToInt(model -> model.id().length()).max().orElse(0);
    for (var model : job.models()) {
      String line = line(job, model, width);
      text.append(
          line, 0, line.offsetByCodePoints(0, Math.min(terminal.width() - 1, length(line))));
      text.append('\n');
    }
    drawn = job.models().size();
    terminal.draw(text.toString());
  }

  private static int length(String line) {
    return line.codePointCount(0, line.length());
  }

  private void printTenths(JobView job, JobView.Model model) {
    long of = model.counts().total();
    long tenth = of <= 0 ? 0 : model.counts().settled() * 10 / of;
    Long printed = printedTenths.get(model.id());
    if (printed == null || tenth > printed) {
      printedTenths.put(model.id(), tenth);
      terminal.say(line(job, model, model.id().length()));
    }
  }

  private static String line(JobView job, JobView.Model model, int width) {
    var counts = model.counts();
    var line = new StringBuilder(model.id()).repeat(' ', width - model.id().length());
    line.append("  ").append(bar(counts)).append("  ");
    line.append(counts.settled()).append('/').append(counts.total() < 0 ? "?" : counts.total());
    append(line, Numbers.rate(model.rate()));
    append(line, left(counts, model));
    JobView.Metric first = firstMetric(job, model);
    if (first != null) {
      append(line, first.name() + " " + Numbers.metric(first));
    }
    if (counts.missing() > 0) {
      append(line, counts.missing() + " without score");
    }
    return line.toString();
  }

  private static String left(JobView.Counts counts, JobView.Model model) {
    return counts.settled() >= counts.total() || model.etaSeconds() == null
        ? ""
        : Numbers.duration(model.etaSeconds()) + " left";
  }

  private static void append(StringBuilder line, String part) {
    if (!part.isEmpty()) {
      line.append("  ").append(part);
    }
  }

  private static String bar(JobView.Counts counts) {
    int full = counts.total() <= 0 ? 0 : (int) (counts.settled() * BAR / counts.total());
    return "━".repeat(full) + "╌".repeat(BAR - full);
  }

  private static JobView.@Nullable Metric firstMetric(JobView job, JobView.Model model) {
    for (var task : job.tasks()) {
      for (String name : task.metrics()) {
        for (var metric : model.metrics()) {
          if (metric.task().equals(task.name())
              && metric.name().equals(name)
              && metric.value() != null) {
            return metric;
          }
        }
      }
    }
    return null;
  }
}
