package io.assay.standalone.process;

import io.assay.contracts.wire.ContractJson;
import io.assay.standalone.client.AssayException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;

/// Where the process that uses a data folder listens. The file is a hint: the process may have
/// died.
///
/// @param address the dashboard's address
/// @param pid the process
public record RunningServer(URI address, long pid) {

  /// The process that uses this folder, if it is alive.
  public static Optional<RunningServer> of(DataDir dir) {
    if (!Files.exists(dir.serverFile())) {
      return Optional.empty();
    }
    try {
      var server = ContractJson.mapper().readValue(dir.serverFile().toFile(), RunningServer.class);
      return Optional.of(server).filter(RunningServer::alive);
    } catch (IOException _) {
      // Half-written by a process that was killed: as good as none.
      return Optional.empty();
    }
  }

  void write(DataDir dir) {
    try {
      ContractJson.mapper().writeValue(dir.serverFile().toFile(), this);
    } catch (IOException e) {
      throw new AssayException("cannot write " + dir.serverFile() + ": " + e.getMessage(), e);
    }
  }

  static void remove(DataDir dir) {
    try {
      Files.deleteIfExists(dir.serverFile());
    } catch (IOException e) {
      throw new AssayException("cannot remove " + dir.serverFile() + ": " + e.getMessage(), e);
    }
  }

  private boolean alive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
