package io.assay.standalone.process;

import io.assay.standalone.client.AssayException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Finds a port that nobody listens on.
public final class FreePort {

  private static final int TRIED = 100;

  private FreePort() {}

  /// The wanted port, or the next one on the loopback address that is free.
  public static int from(int wanted) {
    for (int port = wanted; port < wanted + TRIED; port++) {
      if (free(port)) {
        return port;
      }
    }
    throw new AssayException(
        "none of the ports " + wanted + " to " + (wanted + TRIED - 1) + " is free. Try: --port");
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException _) {
      return false;
    }
  }
}
