package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Completion;
import io.assay.evaluator.http.Endpoint;
import io.assay.evaluator.http.Exchange;
import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Outcome;
import io.assay.evaluator.http.Reply;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.CallContext;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The way to one model's server: where it is, with which key, in what time, and what its failures
/// mean.
///
/// @param base address that paths are put under
/// @param headers sent with every request, the key among them
record Access(
    URI base,
    Map<String, String> headers,
    Endpoint endpoint,
    Patience patience,
    HttpErrors errors,
    ModelClient http,
    Retries retries) {

  /// How long one attempt may take; what is left of the call's time where absent.
  ///
  /// @param attempt for the whole attempt
  /// @param firstToken until a streamed answer begins
  /// @param stall longest silence after that
  record Patience(Optional<Duration> attempt, Optional<Duration> firstToken, Duration stall) {}

  /// What is sent.
  ///
  /// @param path under the base
  /// @param type media type of the body
  /// @param json the body, where it is JSON; empty for forms
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Body(String path, String type, BodyPublisher publisher, byte[] json) {

    static Body json(String path, byte[] json) {
      return new Body(path, "application/json", BodyPublishers.ofByteArray(json), json);
    }
  }

  /// Keeps a query, such as Azure's `api-version`.
  URI under(String path) {
    String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
    String folder = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
    return URI.create(base.getScheme() + "://" + base.getRawAuthority() + folder + path + query);
  }

  /// Asks, again where that may help.
  ///
  /// @param tokens that an attempt may use, as far as one can tell before
  Completion ask(CallContext call, long tokens, Body body, Function<JsonNode, Outcome> read)
      throws InterruptedException {
    return retries.run(call, endpoint, tokens, left -> once(call, body, left, read));
  }

  /// Asks once.
  Outcome once(CallContext call, Body body, Duration left, Function<JsonNode, Outcome> read)
      throws InterruptedException {
    call.notes().sent(body.json());
    return judge(call, send(body, left), read);
  }

  /// What an exchange came to; notes the provider's id of the request.
  Outcome judge(CallContext call, Reply reply, Function<JsonNode, Outcome> read) {
    return switch (reply) {
      case Reply.Arrived arrived -> {
        requestId(arrived).ifPresent(call.notes()::requestId);
        call.notes().received(arrived.body());
        yield errors.orElse(arrived, read);
      }
      case Reply.Late late -> errors.late(late.why());
      case Reply.Broken broken -> errors.passing(broken.why());
    };
  }

  static Optional<String> requestId(Reply.Arrived reply) {
    var headers = reply.headers();
    return headers
        .firstValue("x-request-id")
        .or(() -> headers.firstValue("request-id"))
        .or(() -> headers.firstValue("apim-request-id"));
  }

  /// Sends once to an address with headers that somebody else made.
  Reply send(URI address, Map<String, String> ready, BodyPublisher publisher, Duration left)
      throws InterruptedException {
    var limit = shorter(patience.attempt(), left);
    var reply =
        http.send(
            new Exchange(
                address, ready, publisher, limit, limit, patience.stall(), Exchange.NO_EVENTS));
    if (reply instanceof Reply.Arrived arrived) {
      endpoint.heard(arrived.headers());
    }
    return reply;
  }

  /// Sends once, for an answer that is not streamed.
  Reply send(Body body, Duration left) throws InterruptedException {
    return send(body, left, false, Exchange.NO_EVENTS);
  }

  /// Sends once, for an answer that is streamed if the server can.
  Reply send(Body body, Duration left, Consumer<String> events) throws InterruptedException {
    return send(body, left, true, events);
  }

  private Reply send(Body body, Duration left, boolean streams, Consumer<String> events)
      throws InterruptedException {
    var limit = shorter(patience.attempt(), left);
    var all = new LinkedHashMap<>(headers);
    all.put("Content-Type", body.type());
    all.put("Accept", streams ? "text/event-stream, application/json" : "application/json");
    var first = streams ? shorter(patience.firstToken(), limit) : limit;
    var reply =
        http.send(
            new Exchange(
                under(body.path()), all, body.publisher(), limit, first, patience.stall(), events));
    if (reply instanceof Reply.Arrived arrived) {
      endpoint.heard(arrived.headers());
    }
    return reply;
  }

  private static Duration shorter(Optional<Duration> own, Duration left) {
    return own.filter(limit -> limit.compareTo(left) < 0).orElse(left);
  }
}
