package io.assay.producer.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A server on this machine that answers as a dataset hub does.
public final class HubStandIn implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();
  private final Map<String, String> redirects = new ConcurrentHashMap<>();
  private final Map<String, String> authorizations = new ConcurrentHashMap<>();
  private final Set<String> cut = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile @Nullable String demanded;

  /// Serves nothing yet.
  public HubStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /// Its address.
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Serves a text.
  public void json(String path, String text) {
    bytes(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Serves a file.
  public void bytes(String path, byte[] body) {
    bodies.put(path, body);
  }

  /// Sends on to another path or address.
  public void redirect(String path, String location) {
    redirects.put(path, location);
  }

  /// Refuses API calls without this authorization.
  public void demand(String authorization) {
    demanded = authorization;
  }

  /// Breaks off in the middle of a path's answer.
  public void cut(String path) {
    cut.add(path);
  }

  /// Answers in full again.
  public void mend(String path) {
    cut.remove(path);
  }

  /// How many requests came.
  public int requests() {
    return requests.get();
  }

  /// The authorization that came with the last request for a path.
  public @Nullable String authorization(String path) {
    return authorizations.get(path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      String path = exchange.getRequestURI().getPath();
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      if (given != null) {
        authorizations.put(path, given);
      }
      byte[] body = bodies.get(path);
      String location = redirects.get(path);
      if (demanded != null && path.startsWith("/api/") && !demanded.equals(given)) {
        exchange.sendResponseHeaders(given == null ? 401 : 403, -1);
      } else if (location != null) {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
      } else if (body == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, body.length);
        exchange
            .getResponseBody()
            .write(body, 0, cut.contains(path) ? body.length / 2 : body.length);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
