package io.assay.evaluator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A model server that behaves as it is told: each request gets the next behaviour, the last one
/// for ever.
public final class StubServer implements AutoCloseable {

  /// How a request is answered.
  @FunctionalInterface
  public interface Behaviour {
    /// Answers; the exchange is closed afterwards.
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /// What arrived.
  public record Seen(String path, String authorization, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Behaviour> behaviours = new ConcurrentLinkedQueue<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger mostInside = new AtomicInteger();

  public StubServer(Behaviour... behaviours) {
    this.behaviours.addAll(List.of(behaviours));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      seen.add(
          new Seen(
              exchange.getRequestURI().toString(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      next().answer(exchange);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Works before it answers. Only the work counts as being inside: whoever has the answer may ask
  /// again before this server knows that it has sent it.
  public Behaviour working(Behaviour work, Behaviour answer) {
    return exchange -> {
      mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        work.answer(exchange);
      } finally {
        inside.decrementAndGet();
      }
      answer.answer(exchange);
    };
  }

  private synchronized Behaviour next() {
    return behaviours.size() > 1 ? behaviours.remove() : behaviours.element();
  }

  /// Answers at once.
  public static Behaviour json(int status, String body, String... headers) {
    return body(status, "application/json", body, headers);
  }

  /// Answers at once with some media type.
  public static Behaviour body(int status, String type, String body, String... headers) {
    return exchange -> {
      exchange.getResponseHeaders().add("Content-Type", type);
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /// Promises more than it sends, then closes the connection.
  public static Behaviour truncated(String body) {
    return exchange -> {
      exchange.sendResponseHeaders(200, body.length() + 100);
      exchange.getResponseBody().write(body.getBytes(UTF_8));
    };
  }

  /// Begins an answer and falls silent until the server is closed.
  public Behaviour stalled(String begin) {
    return exchange -> {
      exchange.sendResponseHeaders(200, begin.length() + 100);
      exchange.getResponseBody().write(begin.getBytes(UTF_8));
      exchange.getResponseBody().flush();
      closed.await();
    };
  }

  /// Says nothing until the server is closed.
  public Behaviour silent() {
    return _ -> closed.await();
  }

  /// Adds what follows what was given before.
  public StubServer then(Behaviour behaviour) {
    behaviours.add(behaviour);
    return this;
  }

  /// The address up to `/v1`.
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /// What arrived so far.
  public List<Seen> seen() {
    return new ArrayList<>(seen);
  }

  /// Requests that were worked on at once, at most; see [#working].
  public int mostInside() {
    return mostInside.get();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
