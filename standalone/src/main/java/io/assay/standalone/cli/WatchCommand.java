package io.assay.standalone.cli;

import io.assay.standalone.show.JobWatch;
import io.assay.standalone.show.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Follows a job to its end.
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Follow a job to its end; same output and exit code as `run`.")
public final class WatchCommand implements Callable<Integer> {

  @Parameters(paramLabel = "JOB", description = "The job's id (./assay jobs).")
  private String jobId = "";

  @Option(names = "--json", description = "Print one JSON document; all else to standard error.")
  private boolean json;

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() throws InterruptedException {
    var watch = new JobWatch(servers.required(), Terminal.of(json));
    return ExitCode.of(watch.untilSettled(jobId));
  }
}
