package io.assay.standalone.cli;

import io.assay.standalone.client.AssayClient;
import io.assay.standalone.client.AssayException;
import io.assay.standalone.client.JobView;
import io.assay.standalone.show.Failures;
import io.assay.standalone.show.Results;
import io.assay.standalone.show.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints a job's results as they stand.
@Command(
    name = "results",
    mixinStandardHelpOptions = true,
    description = "Print a job's results as they stand.")
public final class ResultsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "JOB", description = "The job's id (./assay jobs).")
  private String jobId = "";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() {
    return servers.ask(this::print);
  }

  private int print(AssayClient client) {
    JobView job = client.job(jobId);
    if (job == null) {
      throw new AssayException("there is no job " + jobId + ". See them: ./assay jobs");
    }
    new Results(job, Failures.now(job, client)).print(Terminal.of(json));
    return job.settled() ? ExitCode.of(job) : ExitCode.INCOMPLETE;
  }
}
