package io.assay.standalone.cli;

import io.assay.standalone.client.AssayException;
import io.assay.standalone.score.MetricPages;
import io.assay.standalone.show.Terminal;
import io.assay.standalone.show.TextTable;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists the metrics, or explains one.
@Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    description = "List the metrics, or explain one: parameters, range, source.")
public final class MetricsCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "METRIC",
      description = "The metric to explain.")
  private @Nullable String name;

  @Option(
      names = "--task",
      paramLabel = "TYPE",
      description = "Only metrics of a task type, such as text-generation.")
  private @Nullable String task;

  @Option(
      names = "--pages",
      paramLabel = "FOLDER",
      description = "Write a page for each metric into a folder.")
  private @Nullable Path pages;

  @Override
  public Integer call() throws IOException {
    Terminal terminal = Terminal.of(false);
    if (pages != null) {
      MetricPages.write(pages);
      terminal.say("Pages of " + Metrics.all().size() + " metrics: " + pages);
    } else if (name != null) {
      terminal.draw(MetricPages.page(find(name)));
    } else {
      list(terminal);
    }
    return ExitCode.DONE;
  }

  private static MetricFactory find(String name) {
    return Metrics.find(name)
        .orElseThrow(() -> new AssayException("there is no metric " + name + ": ./assay metrics"));
  }

  private void list(Terminal terminal) {
    List<MetricFactory> shown =
        Metrics.all().stream()
            .filter(each -> task == null || each.info().taskTypes().contains(task))
            .toList();
    if (shown.isEmpty()) {
      throw new AssayException("no metric judges " + task);
    }
    var table = TextTable.of("metric", "task types", "better", "what it measures");
    for (MetricFactory each : shown) {
      table.row(
          Metrics.shownName(each),
          String.join(", ", each.info().taskTypes()),
          each.info().higherIsBetter() ? "higher" : "lower",
          each.info().summary());
    }
    terminal.draw(table.text(terminal.listWidth()));
  }
}
