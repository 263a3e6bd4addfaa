package io.assay.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentProxyTest {

  private final EnvironmentProxy proxies =
      new EnvironmentProxy(
          Map.of(
                  "HTTP_PROXY", "http://proxy.local:3128",
                  "https_proxy", "secure.local:8443",
                  "NO_PROXY", "127.0.0.1, .example.org")
              ::get);

  private Proxy proxy(String address) {
    return proxies.select(URI.create(address)).getFirst();
  }

  private static Proxy at(String host, int port) {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }

  @Test
  void eachSchemeHasItsProxy() {
    assertThat(proxy("http://model.net/v1")).isEqualTo(at("proxy.local", 3128));
    assertThat(proxy("https://model.net/v1")).isEqualTo(at("secure.local", 8443));
  }

  @Test
  void listedHostsAndTheirSubdomainsAreCalledDirectly() {
    assertThat(proxy("http://127.0.0.1:8000/v1")).isEqualTo(Proxy.NO_PROXY);
    assertThat(proxy("https://llm.example.org/v1")).isEqualTo(Proxy.NO_PROXY);
  }

  @Test
  void withoutVariablesEverythingIsDirect() {
    assertThat(new EnvironmentProxy(_ -> null).select(URI.create("http://model.net")))
        .containsExactly(Proxy.NO_PROXY);
  }
}
