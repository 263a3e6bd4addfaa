package io.assay.evaluator.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// One request and how long it may take.
///
/// @param headers sent as they are; the key is among them
/// @param limit for the whole exchange
/// @param first until the answer begins; the limit if longer than it
/// @param stall longest silence after that
/// @param events gets the data of each event of a streamed answer, in their order; an answer that is
///   no stream of events brings none
public record Exchange(
    URI address,
    Map<String, String> headers,
    BodyPublisher body,
    Duration limit,
    Duration first,
    Duration stall,
    Consumer<String> events) {

  /// Where nothing is streamed.
  public static final Consumer<String> NO_EVENTS = _ -> {};

  public Exchange {
    headers = Map.copyOf(headers);
    first = first.compareTo(limit) > 0 ? limit : first;
  }

  /// Posts JSON and waits for the whole answer.
  ///
  /// @param key sent as bearer token; empty for none
  public static Exchange json(
      URI address, String key, byte[] json, Duration limit, Duration stall) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json");
    if (!key.isEmpty()) {
      headers.put("Authorization", "Bearer " + key);
    }
    return new Exchange(
        address, headers, BodyPublishers.ofByteArray(json), limit, limit, stall, NO_EVENTS);
  }

  HttpRequest request() {
    var request = HttpRequest.newBuilder(address).POST(body);
    headers.forEach(request::header);
    return request.build();
  }
}
