package io.assay.evaluator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Answers each connection with the next of some byte sequences, the last one for ever, and closes
/// it: for what no HTTP library would send.
public final class RawServer implements AutoCloseable {

  private final ServerSocket socket;
  private final List<byte[]> answers;
  private final List<String> seen = new CopyOnWriteArrayList<>();

  public RawServer(String... answers) {
    this(List.of(answers).stream().map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new));
  }

  public RawServer(byte[]... answers) {
    this.answers = List.of(answers);
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /// An answer's bytes.
  public static byte[] bytes(String head, byte[] body) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private void serve() {
    for (int i = 0; !socket.isClosed(); i++) {
      try (Socket connection = socket.accept()) {
        seen.add(request(connection.getInputStream()));
        connection.getOutputStream().write(answers.get(Math.min(i, answers.size() - 1)));
        connection.getOutputStream().flush();
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static String request(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return head.toString(ISO_8859_1);
      }
      head.write(b);
    }
    String text = head.toString(ISO_8859_1);
    int length =
        text.lines()
            .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    return text + new String(in.readNBytes(length), ISO_8859_1);
  }

  /// The address up to `/v1`.
  public String endpoint() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
  }

  /// Whole requests, in their order.
  public List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
