package io.assay.producer.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Fetches datasets from http(s) addresses into files.
public final class RemoteFiles {

  private final HttpClient client;
  private final List<String> hosts;
  private final long largest;

  /// Asks no host yet.
  ///
  /// @param hosts hosts that may be asked; `*` for any
  /// @param largest most bytes of a file
  public RemoteFiles(List<String> hosts, long largest) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    this.hosts = List.copyOf(hosts);
    this.largest = largest;
  }

  /// Whether a path of a document is an address.
  public static boolean isRemote(String path) {
    String start = path.toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }

  /// The file of an address, fetched unless it is there already.
  Path fetch(String address, Path folder) {
    String ending = address.replaceAll("[?#].*$", "").replaceAll(".*/", "");
    var file =
        folder.resolve(CanonicalHash.hex(address) + "-" + ending.replaceAll("[^\\w.-]", "_"));
    if (!Files.exists(file)) {
      download(address, file);
    }
    return file;
  }

  private void download(String address, Path file) {
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      var request = HttpRequest.newBuilder(allowed(address)).timeout(Duration.ofMinutes(1)).build();
      var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        if (response.statusCode() != 200) {
          throw new DatasetException(address + " answered with status " + response.statusCode());
        }
        copy(body, part, address);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? "it cannot be reached" : e.getMessage();
      throw new DatasetException(address + " cannot be fetched: " + reason, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasetException("interrupted while fetching " + address, e);
    }
  }

  private URI allowed(String address) {
    try {
      var uri = URI.create(address);
      if (!hosts.contains("*") && !hosts.contains(uri.getHost())) {
        throw new DatasetException(
            "host "
                + uri.getHost()
                + " is not among those allowed: "
                + String.join(", ", hosts)
                + " (assay.producer.dataset-hosts)");
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw new DatasetException(address + " is no address: " + e.getMessage(), e);
    }
  }

  private void copy(InputStream body, Path part, String address) throws IOException {
    try (var out = Files.newOutputStream(part)) {
      var buffer = new byte[1 << 16];
      long total = 0;
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        total += n;
        if (total > largest) {
          throw new DatasetException(
              address + " is larger than " + largest + " bytes (assay.producer.largest-download)");
        }
        out.write(buffer, 0, n);
      }
    }
  }
}
