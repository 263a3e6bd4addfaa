package io.assay.dashboard.gateway;

import io.assay.dashboard.DashboardConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;

/// A request for what the prompt producer owns → the prompt producer, if
/// `assay.dashboard.producer-url` says where it is. Bodies are streamed, not held.
@ApplicationScoped
public class Gateway {

  private static final Logger LOG = Logger.getLogger(Gateway.class);
  private static final int CONNECT_MILLIS = 3_000;

  private static final List<String> COMMANDS =
      List.of(
          "/api/jobs",
          "/api/jobs/validate",
          "/api/jobs/:jobId/cancel",
          "/api/jobs/:jobId/pause",
          "/api/jobs/:jobId/resume");

  private static final List<String> ALL_METHODS =
      List.of("/api/schema/*", "/api/models", "/api/models/*", "/api/metrics", "/api/task-types");

  private final DashboardConfig config;
  private final Vertx vertx;

  @Inject
  Gateway(DashboardConfig config, Vertx vertx) {
    this.config = config;
    this.vertx = vertx;
  }

  void routes(@Observes Router router) {
    config.producerUrl().ifPresent(producer -> routes(router, producer));
  }

  private void routes(Router router, URI producer) {
    var proxy = proxy(producer);
    COMMANDS.forEach(path -> router.post(path).handler(context -> proxy.handle(context.request())));
    router.delete("/api/jobs/:jobId").handler(context -> proxy.handle(context.request()));
    ALL_METHODS.forEach(
        path -> router.route(path).handler(context -> proxy.handle(context.request())));
    LOG.infof("Jobs are submitted through the prompt producer at %s", producer);
  }

  private HttpProxy proxy(URI producer) {
    boolean tls = "https".equals(producer.getScheme());
    var client =
        vertx.createHttpClient(
            new HttpClientOptions().setSsl(tls).setConnectTimeout(CONNECT_MILLIS));
    int port = producer.getPort() > 0 ? producer.getPort() : tls ? 443 : 80;
    return HttpProxy.reverseProxy(client)
        .origin(port, host(producer))
        .addInterceptor(new Unreachable(producer));
  }

  private static String host(URI producer) {
    var host = producer.getHost();
    if (host == null) {
      throw new IllegalStateException(
          "assay.dashboard.producer-url is " + producer + ", expected http://HOST:PORT");
    }
    return host;
  }

  /// Says what is wrong where the producer does not answer.
  private record Unreachable(URI producer) implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      return context
          .sendRequest()
          .recover(failure -> Future.succeededFuture(told(context, failure)));
    }

    private ProxyResponse told(ProxyContext context, Throwable failure) {
      LOG.warnf("The prompt producer at %s does not answer: %s", producer, failure.getMessage());
      var error =
          new JsonObject()
              .put(
                  "error",
                  "The prompt producer at "
                      + producer
                      + " does not answer ("
                      + failure.getMessage()
                      + "). Start it, or mend assay.dashboard.producer-url.");
      return context
          .request()
          .response()
          .setStatusCode(503)
          .putHeader("Content-Type", "application/json")
          .setBody(Body.body(Buffer.buffer(error.encode())));
    }
  }
}
