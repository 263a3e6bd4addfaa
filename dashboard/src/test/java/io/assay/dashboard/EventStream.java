package io.assay.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// A reader of a `text/event-stream`.
final class EventStream implements AutoCloseable {

  /// An event.
  record Event(String name, String id, JsonNode data) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final BufferedReader lines;

  EventStream(int port, String path, String lastEventId) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (!response.headers().firstValue("Content-Type").orElse("").equals("text/event-stream")) {
        throw new IllegalStateException("no event stream: " + response);
      }
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// A connection that asks and takes nothing.
  static Socket thatDoesNotRead(int port, String path) {
    try {
      var socket = new Socket();
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The next event of that name; others are passed over.
  Event next(String name) {
    try {
      var event = next();
      while (!event.name().equals(name)) {
        event = next();
      }
      return event;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Event next() throws IOException {
    var name = "";
    var id = "";
    var data = "";
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty() && !data.isEmpty()) {
        return new Event(name, id, JSON.readTree(data));
      }
      var value = line.substring(line.indexOf(':') + 1).strip();
      if (line.startsWith("event:")) {
        name = value;
      } else if (line.startsWith("id:")) {
        id = value;
      } else if (line.startsWith("data:")) {
        data = value;
      }
    }
    throw new IllegalStateException("the stream has ended");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
