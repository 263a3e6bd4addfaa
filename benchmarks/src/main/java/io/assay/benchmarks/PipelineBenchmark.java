package io.assay.benchmarks;

import io.assay.standalone.client.InvalidDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Starts the single process and measures start-up, a recorded job of GSM8K's size, throughput with
/// a model that answers at once, CPU per sample over everything, and memory.
///
/// Run it with `benchmarks/run [--profile] [--samples N] [--gsm8k FOLDER]`.
public final class PipelineBenchmark {

  private static final int ROUNDS = 3;

  private PipelineBenchmark() {}

  /// Arguments: the project's folder, then the options of `benchmarks/run`.
  public static void main(String... args) throws Exception {
    var options = Options.parse(args);
    Path work = Files.createTempDirectory("assay-benchmark");
    try (var server = ServerUnderTest.start(options.home(), work, options.profile())) {
      print("start-up to ready", String.format(Locale.ROOT, "%.1f s", server.startSeconds()));
      print("memory at rest (RSS)", server.residentMebibytes() + " MiB");
      instant(server, work, options.samples());
      if (options.gsm8k() != null) {
        gsm8k(server, options.home(), options.gsm8k());
      }
      print("largest memory (RSS)", server.peakMebibytes() + " MiB");
    } finally {
      Workload.delete(work);
    }
    if (options.profile()) {
      Profile.print(work.resolveSibling(work.getFileName() + ".jfr"));
    }
  }

  private static void instant(ServerUnderTest server, Path work, int samples)
      throws IOException, InterruptedException, InvalidDocument {
    Workload job = Workload.instant(work, samples);
    for (int round = 1; round <= ROUNDS; round++) {
      report("instant model, round " + round, server.measure(job, Map.of()));
    }
  }

  private static void gsm8k(ServerUnderTest server, Path home, Path data)
      throws IOException, InterruptedException, InvalidDocument {
    Workload job = Workload.file(home.resolve("examples/gsm8k-recorded/job.yaml"));
    for (int round = 1; round <= ROUNDS; round++) {
      var figures = server.measure(job, Map.of("data", data.toAbsolutePath().toString()));
      report("GSM8K recorded, round " + round, figures);
    }
  }

  private static void report(String what, ServerUnderTest.Figures figures) {
    print(
        what,
        String.format(
            Locale.ROOT,
            "%d samples in %.2f s: %.0f samples/s, %.3f ms CPU a sample",
            figures.samples(),
            figures.seconds(),
            figures.samples() / figures.seconds(),
            figures.cpuSeconds() * 1000 / figures.samples()));
  }

  private static void print(String what, String figures) {
    System.out.printf(Locale.ROOT, "%-28s %s%n", what, figures);
  }
}
