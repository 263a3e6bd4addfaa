package io.assay.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks a server that speaks OpenAI's API the same questions by a bare client and through the whole
/// pipeline, in one run. Where the server counts its requests at `/stats.json`, its counts are
/// printed too.
///
/// Run it with `benchmarks/providers ENDPOINT [--count N] [--models A,B] [--in-flight N] [--latency
/// MS] [--options YAML] [--bare no]`.
public final class ProviderBenchmark {

  private final Path home;
  private final URI endpoint;
  private Questions questions = new Questions(List.of("a", "b"), 10_000);
  private int inFlight = 1000;
  private double latencyMs;
  private @Nullable String options;
  private boolean bare = true;

  private ProviderBenchmark(Path home, URI endpoint) {
    this.home = home;
    this.endpoint = endpoint;
  }

  /// Arguments: the project's folder, the endpoint up to `/v1`, then options.
  public static void main(String... args) throws Exception {
    var benchmark = new ProviderBenchmark(Path.of(args[0]).toAbsolutePath(), URI.create(args[1]));
    for (int i = 2; i + 1 < args.length; i += 2) {
      benchmark.option(args[i], args[i + 1]);
    }
    benchmark.run();
  }

  private void option(String name, String value) {
    switch (name) {
      case "--count" -> questions = new Questions(questions.models(), Integer.parseInt(value));
      case "--models" -> questions = new Questions(List.of(value.split(",")), questions.count());
      case "--in-flight" -> inFlight = Integer.parseInt(value);
      case "--latency" -> latencyMs = Double.parseDouble(value);
      case "--options" -> options = value;
      case "--bare" -> bare = !value.equals("no");
      default -> throw new IllegalArgumentException("unknown option " + name);
    }
  }

  private int calls() {
    return questions.count() * questions.models().size();
  }

  private void run() throws Exception {
    print("ideal", "%.2f s", calls() * latencyMs / 1000 / inFlight);
    if (bare) {
      reset();
      var figures = BareClient.run(endpoint, questions, inFlight);
      print(
          "bare client",
          "%.2f s, %.0f calls/s, %d failed",
          figures.seconds(),
          calls() / figures.seconds(),
          figures.failures());
      printCounts();
    }
    pipeline();
  }

  private void pipeline() throws Exception {
    Path work = Files.createTempDirectory("assay-benchmark");
    String given = options == null ? "{maxInFlight: " + inFlight + "}" : options;
    try (var server =
        ServerUnderTest.start(
            home,
            work,
            false,
            Map.of("ASSAY_EVALUATOR_MAX_IN_FLIGHT", Integer.toString(inFlight)))) {
      var warm = new Questions(questions.models(), 500);
      server.measure(warm.job(work, endpoint, given), Map.of());
      reset();
      var figures = server.measure(questions.job(work, endpoint, given), Map.of());
      print(
          "whole pipeline",
          "%.2f s, %.0f samples/s, %.2f ms CPU a sample, %d MiB, %d scored",
          figures.seconds(),
          figures.samples() / figures.seconds(),
          figures.cpuSeconds() * 1000 / figures.samples(),
          server.residentMebibytes(),
          figures.samples());
      printCounts();
    } finally {
      Workload.delete(work);
    }
  }

  private URI root(String path) {
    return URI.create(endpoint.getScheme() + "://" + endpoint.getAuthority() + path);
  }

  private void reset() throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      http.send(
          HttpRequest.newBuilder(root("/stats/reset")).POST(BodyPublishers.noBody()).build(),
          BodyHandlers.discarding());
    }
  }

  private void printCounts() throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(HttpRequest.newBuilder(root("/stats.json")).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        return;
      }
      var text = new StringBuilder();
      for (String name :
          List.of("requests", "duplicates", "max_in_flight", "window_s", "rate_limited", "ok")) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*([0-9.]+)").matcher(answer.body());
        if (found.find()) {
          text.append(name).append(' ').append(found.group(1)).append("  ");
        }
      }
      print("  the server counts", "%s", text);
    }
  }

  private static void print(String what, String format, Object... figures) {
    System.out.printf("%-20s %s%n", what, String.format(Locale.ROOT, format, figures));
  }
}
