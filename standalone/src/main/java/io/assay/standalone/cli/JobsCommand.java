package io.assay.standalone.cli;

import io.assay.standalone.client.AssayClient;
import io.assay.standalone.show.Terminal;
import io.assay.standalone.show.TextTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists jobs.
@Command(name = "jobs", mixinStandardHelpOptions = true, description = "List jobs, newest first.")
public final class JobsCommand implements Callable<Integer> {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many (default: 20).")
  private int limit;

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() {
    return servers.ask(this::print);
  }

  private int print(AssayClient client) {
    var jobs = client.jobs(limit);
    if (jobs.isEmpty()) {
      System.out.println("No jobs yet. Start with: ./assay run examples/quickstart/job.yaml");
      return ExitCode.DONE;
    }
    var table = TextTable.of("job", "state", "done", "of", "failed", "name");
    for (var job : jobs) {
      table.row(
          job.jobId(),
          job.state().toLowerCase(java.util.Locale.ROOT),
          Long.toString(job.done()),
          Long.toString(job.of()),
          Long.toString(job.failed()),
          job.name());
    }
    Terminal terminal = Terminal.of(false);
    terminal.draw(table.text(terminal.listWidth()));
    return ExitCode.DONE;
  }
}
