package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {

  @Test
  void manyCallersShareFewSlotsAndEachGetsItsOwnVerdict()
      throws IOException, InterruptedException, ExecutionException {
    TestSandbox.get();
    try (Sandbox sandbox = Sandbox.open(SandboxOptions.ofThisMachine().withSlots(2));
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Execution>> running = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String source = "def f():\n    return " + i + "\n";
        String tests = "assert False, f()";
        running.add(callers.submit(() -> sandbox.run(TestSandbox.program(source, tests, null))));
      }
      for (int i = 0; i < 60; i++) {
        assertThat(running.get(i).get().verdict()).isEqualTo(new Verdict.Failed("" + i));
      }
    }
  }

  @Test
  void nothingIsLeftOfAClosedSandbox() throws IOException {
    TestSandbox.get();
    List<ProcessHandle> processes;
    try (Sandbox sandbox = Sandbox.open(SandboxOptions.ofThisMachine().withSlots(1))) {
      List<ProcessHandle> before = descendants();
      sandbox.run(TestSandbox.program("def f(): return 1\n", "f()", null));
      processes = new ArrayList<>(descendants());
      processes.removeAll(before);
      assertThat(processes).isNotEmpty();
    }

    processes.forEach(each -> each.onExit().join());
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 5, 10, 20, 30, 40, 60, 80, 120})
  void nothingIsLeftOfASandboxThatIsClosedWhileItStarts(int millis)
      throws IOException, InterruptedException {
    TestSandbox.get();
    Set<ProcessHandle> seen = new HashSet<>();
    List<ProcessHandle> before = descendants();
    Sandbox sandbox = Sandbox.open(SandboxOptions.ofThisMachine().withSlots(1));
    Thread start = Thread.ofVirtual().start(sandbox::unavailable);
    long until = System.nanoTime() + 1_000_000L * millis;
    do {
      seen.addAll(descendants());
    } while (System.nanoTime() < until);
    Thread close = Thread.ofVirtual().start(() -> close(sandbox));
    while (close.isAlive()) {
      seen.addAll(descendants());
    }
    start.join();
    before.forEach(seen::remove);

    assertThat(seen).noneMatch(ProcessHandle::isAlive);
  }

  private static void close(Sandbox sandbox) {
    try {
      sandbox.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aSlotThatIsKilledIsReplaced() throws IOException {
    TestSandbox.get();
    try (Sandbox sandbox = Sandbox.open(SandboxOptions.ofThisMachine().withSlots(1))) {
      List<ProcessHandle> before = ProcessHandle.current().children().toList();
      sandbox.run(TestSandbox.program("def f(): return 1\n", "f()", null));
      ProcessHandle.current()
          .children()
          .filter(each -> !before.contains(each))
          .forEach(ProcessHandle::destroyForcibly);

      assertThat(sandbox.run(TestSandbox.program("def f(): return 1\n", "f()", null)).verdict())
          .isInstanceOf(Verdict.Refused.class);
      assertThat(sandbox.run(TestSandbox.program("def f(): return 1\n", "f()", null)).verdict())
          .isEqualTo(new Verdict.Passed());
    }
  }

  private static List<ProcessHandle> descendants() {
    try (Stream<ProcessHandle> all = ProcessHandle.current().descendants()) {
      return all.toList();
    }
  }
}
