package io.assay.evaluator.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Posts to model servers and waits for the whole answer, whose parts it hands on as they come. One
/// for all models: it keeps connections. Not retried, not redirected, no bound on connections: see
/// [Retries] and [Endpoint].
public final class ModelClient implements AutoCloseable {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final long LARGEST_BODY = 64L << 20;

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;
  private final Duration stall;

  /// @param environment where proxies are named
  /// @param stall longest silence in the middle of an answer
  public ModelClient(UnaryOperator<@Nullable String> environment, Duration stall) {
    this.stall = stall;
    this.http =
        HttpClient.newBuilder()
            .version(
                HttpClient.Version.HTTP_1_1) // its default offers h2c: some servers drop the body
            .executor(executor)
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(new EnvironmentProxy(environment))
            .build();
  }

  /// Longest silence in the middle of an answer, where a model says nothing else.
  public Duration stall() {
    return stall;
  }

  /// Gets what is at an address, without a key.
  public Reply get(URI address, Duration limit) throws InterruptedException {
    var nothing = BodyPublishers.noBody();
    return send(new Exchange(address, Map.of(), nothing, limit, limit, stall, Exchange.NO_EVENTS));
  }

  /// Sends once: posts, or gets where there is no body.
  ///
  /// @throws InterruptedException where somebody else than a time limit interrupts this thread
  public Reply send(Exchange exchange) throws InterruptedException {
    var request = exchange.request();
    try {
      var response =
          Watchdog.watch(
              exchange.limit(),
              exchange.first(),
              exchange.stall(),
              watchdog -> http.send(request, info -> body(info, exchange, watchdog)));
      byte[] body = unpacked(response.headers(), response.body());
      if (body.length > 0 && isEventStream(response.headers())) {
        read(body, exchange); // it was packed
        body = new byte[0];
      }
      return new Reply.Arrived(response.statusCode(), response.headers(), body);
    } catch (Watchdog.Timeout e) {
      return new Reply.Late(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Reply.Broken(words(request.uri(), e));
    }
  }

  private static BodySubscriber<byte[]> body(
      ResponseInfo info, Exchange exchange, Watchdog watchdog) {
    boolean events =
        info.statusCode() == 200 && isEventStream(info.headers()) && !isPacked(info.headers());
    return events
        ? new EventBody(LARGEST_BODY, watchdog::touch, exchange.events())
        : new BoundedBody(LARGEST_BODY, watchdog::touch);
  }

  private static boolean isEventStream(HttpHeaders headers) {
    return headers
        .firstValue("Content-Type")
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
        .isPresent();
  }

  private static boolean isPacked(HttpHeaders headers) {
    return headers.firstValue("Content-Encoding").filter("gzip"::equalsIgnoreCase).isPresent();
  }

  /// It is not asked for, but some proxies pack all the same.
  private static byte[] unpacked(HttpHeaders headers, byte[] body) throws IOException {
    if (!isPacked(headers) || body.length == 0) {
      return body;
    }
    try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] unpacked = unpacking.readNBytes((int) LARGEST_BODY + 1);
      if (unpacked.length > LARGEST_BODY) {
        throw new IOException("the answer is larger than " + (LARGEST_BODY >> 20) + " MiB");
      }
      return unpacked;
    }
  }

  private static void read(byte[] body, Exchange exchange) {
    var stream = new EventStream(exchange.events());
    stream.add(body);
    stream.end();
  }

  /// The JDK's messages are often null or internal.
  private static String words(URI address, IOException e) {
    String host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    return switch (e) {
      case HttpConnectTimeoutException _ -> "no connection to " + host + " within 10 s";
      case ConnectException c when causedBy(c, UnresolvedAddressException.class) ->
          "the host name " + host + " is not known: check the model's endpoint";
      case ConnectException _ ->
          "no connection to " + host + ": is the server running, and is the endpoint right?";
      case SSLException s -> "no secure connection to " + host + ": " + s.getMessage();
      default -> "the connection to " + host + " failed: " + e.getMessage();
    };
  }

  private static boolean causedBy(Throwable e, Class<? extends Throwable> type) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
    executor.close();
  }
}
