package io.assay.dashboard.door;

import java.util.Locale;

/// Names of this machine that no other machine can be reached by.
final class Loopback {

  private Loopback() {}

  /// Whether a host, without port, is this machine.
  static boolean is(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("[::1]")
        || name.equals("::1")
        || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
