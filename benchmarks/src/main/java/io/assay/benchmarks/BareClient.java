package io.assay.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// The same calls as a job's, by a virtual thread each and nothing else: what the machine can do.
final class BareClient {

  private BareClient() {}

  /// What the calls took.
  record Figures(double seconds, int failures) {}

  static Figures run(URI endpoint, Questions questions, int atOnce) throws InterruptedException {
    var places = new Semaphore(atOnce);
    var failures = new AtomicInteger();
    long began = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var http =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build()) {
      for (String model : questions.models()) {
        for (int i = 0; i < questions.count(); i++) {
          places.acquire();
          String body = questions.body(model, i);
          var _ =
              threads.submit(() -> {
                try {
                  call(http, endpoint, body, failures);
                } finally {
                  places.release();
                }
                return null;
              });
        }
      }
      places.acquire(atOnce); // all have ended
    }
    return new Figures((System.nanoTime() - began) / 1e9, failures.get());
  }

  private static void call(HttpClient http, URI endpoint, String body, AtomicInteger failures)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(endpoint + "/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      if (http.send(request, BodyHandlers.ofString()).statusCode() != 200) {
        failures.incrementAndGet();
      }
    } catch (IOException _) {
      failures.incrementAndGet();
    }
  }
}
