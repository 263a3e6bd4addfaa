package io.assay.evaluator.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, also in lower case, as curl reads them; the JDK's
/// client does not. User and password in a proxy's address are not supported.
final class EnvironmentProxy extends ProxySelector {

  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  private final Optional<Proxy> http;
  private final Optional<Proxy> https;
  private final List<String> direct;

  EnvironmentProxy(UnaryOperator<@Nullable String> environment) {
    this.http = value(environment, "HTTP_PROXY").map(EnvironmentProxy::proxy);
    this.https = value(environment, "HTTPS_PROXY").map(EnvironmentProxy::proxy);
    this.direct =
        value(environment, "NO_PROXY").stream()
            .flatMap(list -> Stream.of(list.split(",", -1)))
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .toList();
  }

  private static Optional<String> value(UnaryOperator<@Nullable String> environment, String name) {
    return Stream.of(name.toLowerCase(Locale.ROOT), name)
        .flatMap(n -> Stream.ofNullable(environment.apply(n)))
        .filter(v -> !v.isBlank())
        .findFirst();
  }

  private static Proxy proxy(String address) {
    var uri = URI.create(address.contains("://") ? address : "http://" + address);
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(
          "the proxy address in HTTP_PROXY or HTTPS_PROXY names no host; expected http://host:port");
    }
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (direct.stream().anyMatch(entry -> matches(host, entry))) {
      return DIRECT;
    }
    return ("https".equals(uri.getScheme()) ? https : http).map(List::of).orElse(DIRECT);
  }

  private static boolean matches(String host, String entry) {
    String domain = entry.startsWith(".") ? entry.substring(1) : entry;
    return entry.equals("*") || host.equals(domain) || host.endsWith("." + domain);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // the call itself fails and says so
  }
}
