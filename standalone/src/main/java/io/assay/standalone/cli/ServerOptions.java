package io.assay.standalone.cli;

import io.assay.standalone.client.AssayClient;
import io.assay.standalone.client.AssayException;
import io.assay.standalone.process.DataDir;
import io.assay.standalone.process.RunningServer;
import io.assay.standalone.process.SingleProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which server a command talks to.
public final class ServerOptions {

  private static final int ANY_PORT = 8080;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Address of a running Assay; the one of the data folder if not given.")
  private @Nullable URI server;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Folder that holds all state of the single process (default: ~/.assay).")
  private @Nullable Path dataDir;

  /// The data folder.
  public DataDir dataDir() {
    return DataDir.open(dataDir == null ? DataDir.byDefault() : dataDir);
  }

  /// The server that was named, or the process that uses the data folder, if there is one.
  public Optional<AssayClient> running() {
    if (server != null) {
      return Optional.of(new AssayClient(checked(server), token()));
    }
    return RunningServer.of(dataDir())
        .map(running -> new AssayClient(running.address(), token()))
        .filter(AssayClient::ready);
  }

  /// Whether the server was named and is not on this machine, so that it does not see these files.
  public boolean elsewhere() {
    return server != null && !List.of("localhost", "127.0.0.1", "[::1]").contains(server.getHost());
  }

  /// As [#running], or an explanation of how to get one.
  public AssayClient required() {
    return running()
        .orElseThrow(() ->
            new AssayException(
                "no Assay runs on the data folder "
                    + dataDir().root()
                    + ". Start one: ./assay up, or name one: --server URL"));
  }

  /// Asks the running server, or starts one in this process for this question alone: what a
  /// finished `run` has left in the data folder can be read at any time. Interrupted jobs do not go
  /// on.
  public int ask(java.util.function.ToIntFunction<AssayClient> question) {
    var client = running();
    if (client.isPresent() || server != null) {
      return question.applyAsInt(client.orElseGet(this::required));
    }
    System.err.println("No Assay is up: starting one to read " + dataDir().root() + " …");
    try (var process = SingleProcess.start(dataDir(), ANY_PORT, "none")) {
      return question.applyAsInt(process.client());
    }
  }

  private static URI checked(URI server) {
    if (server.getHost() == null || !server.getScheme().startsWith("http")) {
      throw new AssayException(
          "--server " + server + " is no address, expected for example http://127.0.0.1:8080");
    }
    return server;
  }

  private static @Nullable String token() {
    return System.getenv("ASSAY_TOKEN");
  }
}
