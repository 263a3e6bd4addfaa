package io.assay.producer.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks a hub over HTTP. The token goes to the hub alone, not to where it redirects.
public final class HubClient {

  private static final int MOST_REDIRECTS = 5;
  private static final long LONGEST_ANSWER = 64L << 20;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Settings settings;

  /// How a hub is asked.
  ///
  /// @param endpoint its address, without a slash at the end
  /// @param token what authorises us; null for public datasets alone
  /// @param offline whether it is not to be asked at all
  /// @param hosts hosts that may be asked; `*` for any
  /// @param largest most bytes of a file
  public record Settings(
      String endpoint, @Nullable String token, boolean offline, List<String> hosts, long largest) {

    /// As the hub's own tools read the environment: `HF_ENDPOINT`, `HF_TOKEN` or
    /// `HUGGING_FACE_HUB_TOKEN`, `HF_HUB_OFFLINE`.
    public static Settings of(Map<String, String> environment, List<String> hosts, long largest) {
      String endpoint = environment.getOrDefault("HF_ENDPOINT", "");
      String token =
          environment.getOrDefault(
              "HF_TOKEN", environment.getOrDefault("HUGGING_FACE_HUB_TOKEN", ""));
      String offline = environment.getOrDefault("HF_HUB_OFFLINE", "");
      return new Settings(
          endpoint.isBlank() ? "https://huggingface.co" : endpoint.replaceAll("/+$", ""),
          token.isBlank() ? null : token.strip(),
          List.of("1", "true", "yes", "on").contains(offline.toLowerCase(java.util.Locale.ROOT)),
          List.copyOf(hosts),
          largest);
    }
  }

  /// The hub could not be asked.
  static final class Unreachable extends DatasetException {
    private static final long serialVersionUID = 1;

    Unreachable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /// Asks nothing yet.
  public HubClient(Settings settings) {
    this.settings = settings;
  }

  /// A part of an address.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The address of a file of a dataset's repository.
  String file(String name, String commit, String path) {
    var parts = java.util.Arrays.stream(path.split("/")).map(HubClient::encoded).toList();
    return settings.endpoint()
        + "/datasets/"
        + name
        + "/resolve/"
        + commit
        + "/"
        + String.join("/", parts);
  }

  /// An answer of the hub's API.
  ///
  /// @param what what is asked for, for people
  /// @throws Unreachable where the hub cannot be asked
  JsonNode json(String path, String what) {
    try (var body = get(URI.create(settings.endpoint() + path), what)) {
      return ContractJson.mapper().readTree(body.readNBytes((int) LONGEST_ANSWER));
    } catch (JsonProcessingException e) {
      throw new DatasetException(
          "the hub's answer for " + what + " is no JSON: is HF_ENDPOINT right?", e);
    } catch (IOException e) {
      throw unreachable(what, e);
    }
  }

  /// Fetches a file.
  void download(String address, Path file) {
    var part = file.resolveSibling(file.getFileName() + ".part");
    try (var body = get(URI.create(address), address);
        var out = Files.newOutputStream(part)) {
      var buffer = new byte[1 << 16];
      long total = 0;
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        total += n;
        if (total > settings.largest()) {
          throw new DatasetException(
              address
                  + " is larger than "
                  + settings.largest()
                  + " bytes (assay.producer.largest-download)");
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      throw unreachable(address, e);
    }
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new DatasetException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private InputStream get(URI first, String what) throws IOException {
    if (settings.offline()) {
      throw new Unreachable(what + " is not in the cache, and HF_HUB_OFFLINE is set", null);
    }
    var address = allowed(first);
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      var response = send(address, Objects.equals(first.getHost(), address.getHost()), what);
      int status = response.statusCode();
      if (status / 100 == 3) {
        var next = response.headers().firstValue("location");
        response.body().close();
        address = address.resolve(next.orElseThrow(() -> failure(status, what)));
      } else if (status == 200) {
        return response.body();
      } else {
        response.body().close();
        throw failure(status, what);
      }
    }
    throw new DatasetException(what + ": the hub redirects for ever");
  }

  private HttpResponse<InputStream> send(URI address, boolean own, String what) throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1));
    if (own && settings.token() != null) {
      request.header("Authorization", "Bearer " + settings.token());
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasetException("interrupted while fetching " + what, e);
    }
  }

  private URI allowed(URI address) {
    if (!settings.hosts().contains("*") && !settings.hosts().contains(address.getHost())) {
      throw new DatasetException(
          "host "
              + address.getHost()
              + " is not among those allowed: "
              + String.join(", ", settings.hosts())
              + " (assay.producer.dataset-hosts)");
    }
    return address;
  }

  private DatasetException failure(int status, String what) {
    String token =
        settings.token() == null
            ? "set HF_TOKEN to a token of an account that may read it, or check the name"
            : "the account of HF_TOKEN may not read it: ask for access on its page";
    return new DatasetException(
        switch (status) {
          case 401, 403 -> "the hub refuses " + what + " (status " + status + "): " + token;
          case 404 -> "the hub has no " + what + " (status 404)";
          case 429 ->
              "the hub has had too many requests (status 429): try again later, or set HF_TOKEN";
          default -> "the hub answered with status " + status + " for " + what;
        });
  }

  private Unreachable unreachable(String what, IOException e) {
    return new Unreachable(
        "the hub "
            + settings.endpoint()
            + " cannot be reached for "
            + what
            + (e.getMessage() == null ? "" : ": " + e.getMessage()),
        e);
  }
}
