package io.assay.dashboard.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.assay.contracts.wire.ContractJson;
import java.util.Map;

/// An event of a `text/event-stream`.
final class Frame {

  private Frame() {}

  /// The event as it goes over the wire.
  static String of(String event, String id, Object data) {
    try {
      return "event: "
          + event
          + "\nid: "
          + id
          + "\ndata: "
          + ContractJson.mapper().writeValueAsString(data)
          + "\n\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame of the live stream is no JSON", e);
    }
  }

  static String ping(String id, java.time.Instant at) {
    return of("ping", id, Map.of("at", at));
  }
}
