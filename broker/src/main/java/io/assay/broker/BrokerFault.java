package io.assay.broker;

import java.util.Optional;

/// Why a running broker can no longer be trusted. Kafka would have ended the process here.
///
/// @param status the exit status that Kafka asked for
/// @param message what Kafka said, or where it gave up
public record BrokerFault(int status, String message) {

  static BrokerFault of(int status, Optional<String> said, String thread) {
    var what = said.orElse("no reason given; see the log lines before this one");
    return new BrokerFault(status, what + " (thread " + thread + ")");
  }
}
