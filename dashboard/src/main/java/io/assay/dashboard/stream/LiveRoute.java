package io.assay.dashboard.stream;

import io.assay.dashboard.DashboardConfig;
import io.assay.dashboard.live.LiveState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// `GET /api/live?scope=job:ID|jobs&since=…` as `text/event-stream`: events `snapshot`, `metrics`,
/// `job`, `jobs`, `ping`. Ids are `<epoch>-<version>`; the epoch is new at each start, so that an
/// id of an earlier one is answered with a snapshot.
///
/// A plain route and not a stream of messages: what a connection is sent is made when its socket
/// takes it. Meters: `assay_dashboard_live_connections`, `assay_dashboard_live_disconnects_total`,
/// `assay_dashboard_live_skipped_total` (frames left out because a client did not read).
@ApplicationScoped
public class LiveRoute {

  private static final int WRITE_QUEUE_BYTES = 64 * 1024;
  private static final String RETRY = "retry: 2000\n\n";

  private final LiveState live;
  private final long interval;
  private final Clock clock = Clock.systemUTC();
  private final String epoch =
      Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), Character.MAX_RADIX);
  private final AtomicInteger connections;
  private final Counter disconnects;
  private final Counter skipped;

  @Inject
  LiveRoute(LiveState live, DashboardConfig config, MeterRegistry registry) {
    this.live = live;
    this.interval = Math.max(20, config.frameInterval().toMillis());
    this.connections = registry.gauge("assay.dashboard.live.connections", new AtomicInteger());
    this.disconnects = registry.counter("assay.dashboard.live.disconnects");
    this.skipped = registry.counter("assay.dashboard.live.skipped");
  }

  void route(@Observes Router router) {
    router.get("/api/live").handler(this::open);
  }

  private void open(RoutingContext context) {
    try {
      var scope = Scope.parse(String.valueOf(context.request().getParam("scope", "")));
      var id = context.request().getHeader("Last-Event-ID");
      var since = since(id == null ? context.request().getParam("since") : id);
      begin(context, new Watcher(live, clock, epoch, scope, since));
    } catch (IllegalArgumentException e) {
      context
          .response()
          .setStatusCode(400)
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .end(new JsonObject().put("error", e.getMessage()).encode());
    }
  }

  /// The version that the client has of this epoch; -1 if it has none.
  private long since(@Nullable String id) {
    if (id == null || !id.startsWith(epoch + "-")) {
      return -1;
    }
    try {
      return Math.min(live.version(), Long.parseLong(id.substring(epoch.length() + 1)));
    } catch (NumberFormatException _) {
      return -1;
    }
  }

  private void begin(RoutingContext context, Watcher watcher) {
    var response =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
            .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .putHeader("X-Accel-Buffering", "no")
            .setChunked(true)
            .setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
    connections.incrementAndGet();
    write(response, RETRY + watcher.next());
    long timer = context.vertx().setPeriodic(interval, _ -> tick(response, watcher));
    response.exceptionHandler(_ -> {}); // a client that has gone is no error; it is counted below
    response.closeHandler(_ -> closed(context, timer));
  }

  private void closed(RoutingContext context, long timer) {
    context.vertx().cancelTimer(timer);
    connections.decrementAndGet();
    disconnects.increment();
  }

  private void tick(HttpServerResponse response, Watcher watcher) {
    if (response.writeQueueFull()) {
      skipped.increment();
      return;
    }
    var frames = watcher.next();
    if (!frames.isEmpty()) {
      write(response, frames);
    }
  }

  private static void write(HttpServerResponse response, String frames) {
    if (!response.closed()) {
      response.write(frames).onFailure(_ -> {}); // the close handler says so
    }
  }
}
