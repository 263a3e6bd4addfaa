package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A run's own time is limited, not the time in which other programs have the processor.
class TimeTest {

  private static final int AT_ONCE = 12;

  /// Computes for so many seconds of processor time, in its own process or in one after the other.
  private static final String COMPUTE =
      """
      import os, time
      def f():
          while time.process_time() < 0.3: pass
          return 1
      def g():
          for _ in range(10):
              child = os.fork()
              if child == 0:
                  while time.process_time() < 0.03: pass
                  os._exit(0)
              os.waitpid(child, 0)
          return 1
      def h():
          while True: time.sleep(0.01)
      """;

  @Test
  void waitingForAProcessorDoesNotCount() throws Exception {
    List<Execution> executions = together("assert f() == 1");

    assertThat(executions).extracting(Execution::verdict).containsOnly(new Verdict.Passed());
    assertThat(executions)
        .as("more than their limit passes: else there was no contention")
        .anySatisfy(each -> assertThat(each.wall()).isGreaterThan(Duration.ofMillis(500)));
  }

  @Test
  void norDoesTheWaitingOfShortLivedProcesses() throws Exception {
    assertThat(together("assert g() == 1"))
        .extracting(Execution::verdict)
        .containsOnly(new Verdict.Passed());
  }

  @Test
  void sleepingDoesCount() throws Exception {
    assertThat(together("h()"))
        .allSatisfy(each -> {
          assertThat(each.verdict()).isEqualTo(new Verdict.TimedOut());
          assertThat(each.wall()).isLessThan(Duration.ofSeconds(5));
        });
  }

  /// More programs than processors at the same time, each with half a second.
  private static List<Execution> together(String tests)
      throws IOException, InterruptedException, ExecutionException {
    TestSandbox.get();
    var program =
        new Program.PythonFunction(COMPUTE, "", tests, null, false, Duration.ofMillis(500));
    try (Sandbox sandbox = Sandbox.open(SandboxOptions.ofThisMachine().withSlots(AT_ONCE));
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, AT_ONCE)
              .mapToObj(_ -> callers.submit(() -> sandbox.run(program)))
              .toList();
      var executions = new java.util.ArrayList<Execution>();
      for (var each : running) {
        executions.add(each.get());
      }
      return executions;
    }
  }
}
