package io.assay.producer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteFilesTest {

  @TempDir Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/d.jsonl",
        exchange -> {
          requests.incrementAndGet();
          byte[] body = "{\"a\": 1}\n".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Test
  void aFileIsFetchedOnce() throws IOException {
    var remote = new RemoteFiles(List.of("*"), 1000);

    var file = remote.fetch(address("/d.jsonl?x=1"), folder);
    remote.fetch(address("/d.jsonl?x=1"), folder);

    assertThat(Files.readString(file)).isEqualTo("{\"a\": 1}\n");
    assertThat(file.toString()).endsWith("d.jsonl");
    assertThat(requests).hasValue(1);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    assertThatThrownBy(() -> new RemoteFiles(List.of("*"), 4).fetch(address("/d.jsonl"), folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("larger than 4 bytes");
  }

  @Test
  void aMissingFileIsNamedWithTheAnswersStatus() {
    assertThatThrownBy(() -> new RemoteFiles(List.of("*"), 4).fetch(address("/no"), folder))
        .hasMessageContaining("/no answered with status 404");
  }

  @Test
  void aHostThatIsNotAllowedIsNotAsked() {
    assertThatThrownBy(
            () -> new RemoteFiles(List.of("example.org"), 4).fetch(address("/d.jsonl"), folder))
        .hasMessageContaining("host 127.0.0.1 is not among those allowed");
    assertThat(requests).hasValue(0);
  }
}
