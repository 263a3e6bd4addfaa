package io.assay.dashboard.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The checks that every request passes, in order: the name it was addressed to, the page that it
/// comes from, the token that it shows.
@ApplicationScoped
public class Door {

  private static final String COOKIE = "assay_token";
  private static final String PARAMETER = "access_token";
  private static final String BEARER = "Bearer ";
  private static final int EARLY = 1000;

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final String host;
  private final Optional<String> token;
  private final boolean open;
  private final Set<String> hosts;

  @Inject
  Door(@ConfigProperty(name = "quarkus.http.host") String host, AuthConfig config) {
    this.host = host;
    this.token = config.token().filter(text -> !text.isBlank());
    this.open = config.open();
    this.hosts =
        config.hosts().orElse(List.of()).stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Refuses to stand open to a network by accident.
  void refuse(@Observes @Priority(1) StartupEvent event) {
    if (!Loopback.is(host) && token.isEmpty() && !open) {
      throw new IllegalStateException(
          "quarkus.http.host is "
              + host
              + ", so that other machines could use this service. Set assay.auth.token to a secret"
              + " that clients must show, or assay.auth.open=true if the network is guarded, or"
              + " quarkus.http.host=127.0.0.1.");
    }
  }

  void filters(@Observes Filters filters) {
    filters.register(this::check, EARLY);
  }

  private void check(RoutingContext context) {
    var request = context.request();
    if ((Loopback.is(host) || !hosts.isEmpty()) && !isAddressedHere(request)) {
      refuse(
          context,
          403,
          "this request is addressed to "
              + request.authority()
              + ", expected localhost"
              + hosts.stream().sorted().map(name -> ", " + name).collect(Collectors.joining())
              + "; assay.auth.hosts names others");
    } else if (!SAFE.contains(request.method()) && comesFromElsewhere(request)) {
      refuse(
          context,
          403,
          "this "
              + request.method()
              + " comes from another site's page: use the dashboard's own, or a client that is no"
              + " browser");
    } else {
      token.ifPresentOrElse(secret -> check(context, secret), context::next);
    }
  }

  private static void check(RoutingContext context, String secret) {
    if (opensWithToken(context, secret)) {
      letIn(context, secret);
    } else if (isApi(context.normalizedPath()) && !shown(context.request(), secret)) {
      context.response().putHeader("WWW-Authenticate", "Bearer");
      refuse(
          context,
          401,
          "a token is asked for: send it as Authorization: Bearer TOKEN, or open"
              + " /?access_token=TOKEN once in the browser");
    } else {
      context.next();
    }
  }

  /// Another name that leads here makes a page of that name one of the same origin as we are.
  private boolean isAddressedHere(HttpServerRequest request) {
    var authority = request.authority(); // HTTP/1.1: Host; HTTP/2: :authority
    return authority != null
        && (Loopback.is(authority.host())
            || hosts.contains(authority.host().toLowerCase(Locale.ROOT)));
  }

  private static boolean isApi(String path) {
    return path.equals("/api") || path.startsWith("/api/");
  }

  /// What browsers say of themselves; other clients say nothing.
  private static boolean comesFromElsewhere(HttpServerRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    var origin = request.getHeader("Origin");
    return origin != null
        && !authority(origin).equalsIgnoreCase(String.valueOf(request.authority()));
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static boolean shown(HttpServerRequest request, String token) {
    var header = request.getHeader("Authorization");
    var bearer =
        header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    var cookie = request.getCookie(COOKIE);
    return same(token, bearer)
        || same(token, cookie == null ? null : cookie.getValue())
        || same(token, request.getParam(PARAMETER));
  }

  private static boolean opensWithToken(RoutingContext context, String token) {
    return !isApi(context.normalizedPath())
        && context.request().method().equals(HttpMethod.GET)
        && same(token, context.request().getParam(PARAMETER));
  }

  /// Keeps the token in a cookie that scripts cannot read, and takes it out of the address.
  private static void letIn(RoutingContext context, String token) {
    context
        .response()
        .addCookie(
            Cookie.cookie(COOKIE, token)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT))
        .setStatusCode(303)
        .putHeader("Location", context.normalizedPath())
        .end();
  }

  private static boolean same(String token, @Nullable String shown) {
    return shown != null && MessageDigest.isEqual(token.getBytes(UTF_8), shown.getBytes(UTF_8));
  }

  private static void refuse(RoutingContext context, int status, String error) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(new JsonObject().put("error", error).encode());
  }
}
