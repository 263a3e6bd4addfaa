package io.assay.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Asks for the end of a job.
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = "End a job early; what was scored stays.")
public final class CancelCommand implements Callable<Integer> {

  @Parameters(paramLabel = "JOB", description = "The job's id (./assay jobs).")
  private String jobId = "";

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() {
    servers.required().cancel(jobId);
    System.out.println("Job " + jobId + " is being cancelled; see it end: ./assay watch " + jobId);
    return ExitCode.DONE;
  }
}
