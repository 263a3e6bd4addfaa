package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
