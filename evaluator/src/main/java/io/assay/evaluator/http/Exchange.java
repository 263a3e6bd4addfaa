package io.assay.evaluator.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/// One request and how long it may take.
///
/// @param body what is posted; empty to get
/// @param headers sent as they are; the key is among them
/// @param limit for the whole exchange
/// @param first until the answer begins; the limit if longer than it
/// @param stall longest silence after that
/// @param events gets the data of each event of a streamed answer, in their order; an answer that
///   is no stream of events brings none
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

  HttpRequest request() {
    var request = HttpRequest.newBuilder(address);
    request = body.contentLength() == 0 ? request.GET() : request.POST(body);
    headers.forEach(request::header);
    return request.build();
  }
}
