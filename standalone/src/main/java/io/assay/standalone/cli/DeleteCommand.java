package io.assay.standalone.cli;

import io.assay.standalone.client.AssayClient;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Removes jobs that have ended.
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    description =
        "Remove jobs that have ended, with their scores, metrics and media. This cannot be taken"
            + " back.")
public final class DeleteCommand implements Callable<Integer> {

  @Parameters(paramLabel = "JOB", arity = "1..*", description = "Ids of jobs (./assay jobs).")
  private List<String> jobIds = List.of();

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() {
    return servers.ask(this::delete);
  }

  private int delete(AssayClient client) {
    for (String jobId : jobIds) {
      client.delete(jobId);
      System.out.println("Job " + jobId + " is deleted");
    }
    return ExitCode.DONE;
  }
}
