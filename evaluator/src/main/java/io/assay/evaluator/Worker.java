package io.assay.evaluator;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Which worker this is: host, process and a random part, so that a restarted one has a new name.
@Singleton
final class Worker {

  private final String id =
      "%s-%d-%s"
          .formatted(
              host(),
              ProcessHandle.current().pid(),
              HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt()));

  /// Its name in outputs.
  String id() {
    return id;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}
