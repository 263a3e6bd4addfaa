package io.assay.evaluator.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Posts JSON and waits for the whole answer. One for all models: it keeps connections. Not
/// retried, not redirected, no bound on connections: see [Retries] and [Endpoint].
public final class JsonClient implements AutoCloseable {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final long LARGEST_BODY = 64L << 20;

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;
  private final Duration stall;

  /// @param environment where proxies are named
  /// @param stall longest silence in the middle of an answer
  public JsonClient(UnaryOperator<@Nullable String> environment, Duration stall) {
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

  /// Posts once.
  ///
  /// @param key sent as bearer token; empty for none
  /// @param limit for the whole exchange
  /// @throws InterruptedException where somebody else than the time limit interrupts this thread
  public Reply post(URI address, String key, byte[] json, Duration limit)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArray(json));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return send(request.build(), limit);
  }

  private Reply send(HttpRequest request, Duration limit) throws InterruptedException {
    try {
      var response =
          Watchdog.watch(
              limit,
              stall,
              watchdog -> http.send(request, _ -> new BoundedBody(LARGEST_BODY, watchdog::touch)));
      return new Reply.Arrived(response.statusCode(), response.headers(), response.body());
    } catch (Watchdog.Timeout e) {
      return new Reply.Late(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new Reply.Broken(words(request.uri(), e));
    }
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
