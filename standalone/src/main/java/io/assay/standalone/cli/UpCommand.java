package io.assay.standalone.cli;

import io.assay.standalone.client.AssayException;
import io.assay.standalone.process.RunningServer;
import io.assay.standalone.process.SingleProcess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts everything in this process and stays.
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Start the broker and all services in this process and stay.",
      "Interrupted jobs go on. `./assay run` then submits to it."
    })
public final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The dashboard's port; the next free one if taken (default: 8080).")
  private int port;

  @Mixin private ServerOptions servers = new ServerOptions();

  @Override
  public Integer call() throws Exception {
    RunningServer.of(servers.dataDir())
        .ifPresent(running -> {
          throw new AssayException(
              "process %d already uses the data folder %s: %s"
                  .formatted(running.pid(), servers.dataDir().root(), running.address()));
        });
    long began = System.nanoTime();
    try (var process = SingleProcess.start(servers.dataDir(), port, "all")) {
      System.out.printf(
          "Dashboard: %s  (ready after %.1f s)%nData: %s%nEnd it with Ctrl-C.%n",
          process.client().server(), (System.nanoTime() - began) / 1e9, servers.dataDir().root());
      process.awaitStop();
    }
    return ExitCode.DONE;
  }
}
