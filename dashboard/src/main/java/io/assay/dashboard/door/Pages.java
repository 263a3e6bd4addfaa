package io.assay.dashboard.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/// Pages and their headers: every address that is no file and no API is the one page, whose script
/// reads the address; what it loads comes from here alone.
@ApplicationScoped
public class Pages {

  private static final String INDEX = "/index.html";
  private static final String ASSETS = "/assets/";
  private static final int AFTER_DOOR = 500;

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /// What a model made is shown, but runs and loads nothing.
  private static final String SANDBOX = "default-src 'none'; sandbox";

  private static final Pattern BLOB = Pattern.compile("/api/jobs/[^/]+/blobs/[^/]+(/difference)?");

  void filters(@Observes Filters filters) {
    filters.register(Pages::headers, Integer.MAX_VALUE);
    filters.register(Pages::route, AFTER_DOOR);
  }

  /// Addresses of the API that nothing answers say so in its language, not in a browser's.
  void last(@Observes Router router) {
    router.route("/api/*").last().handler(Pages::nothingThere);
  }

  private static void nothingThere(RoutingContext context) {
    var error =
        "there is no "
            + context.request().method()
            + " "
            + context.normalizedPath()
            + "; /q/openapi lists what there is";
    context
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "application/json")
        .end(new JsonObject().put("error", error).encode());
  }

  private static void headers(RoutingContext context) {
    context.addHeadersEndHandler(_ -> put(context));
    context.next();
  }

  private static void put(RoutingContext context) {
    var headers = context.response().headers();
    headers
        .set("Content-Security-Policy", policy(context.normalizedPath()))
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Frame-Options", "DENY")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin");
    cache(context, headers);
  }

  private static String policy(String path) {
    return BLOB.matcher(path).matches() ? SANDBOX : POLICY;
  }

  /// Assets carry a hash of their content in their names; the page that names them does not.
  private static void cache(RoutingContext context, MultiMap headers) {
    var path = context.normalizedPath();
    int status = context.response().getStatusCode();
    if (path.startsWith(ASSETS) && (status == 200 || status == 304)) {
      headers.set("Cache-Control", "public, max-age=31536000, immutable");
    } else if (path.startsWith("/api/")) {
      headers.set("Cache-Control", "no-store");
    } else {
      headers.set("Cache-Control", "no-cache");
    }
  }

  private static void route(RoutingContext context) {
    var method = context.request().method();
    boolean asks = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    if (asks && isPage(context.normalizedPath())) {
      context.reroute(INDEX);
    } else {
      context.next();
    }
  }

  /// Whether an address is one of the page's. Names of models hold dots (`/models/gpt-4.1`), so
  /// only what lies at the top is taken for a file by its dot.
  static boolean isPage(String path) {
    boolean service = isUnder(path, "/api") || isUnder(path, "/q");
    boolean file = path.startsWith(ASSETS) || (path.lastIndexOf('/') == 0 && path.contains("."));
    return !service && !file;
  }

  private static boolean isUnder(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
