package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.ProgramAssembly;
import io.assay.tasks.code.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Programs that mean harm get a verdict that is allowed for them, twice in a row, and leave the
/// sandbox as it was.
class HostileProgramsTest {

  private static final Set<String> QUICK =
      Set.of("kill_parent", "state_between_runs", "exit_at_import", "fork_bomb", "see_processes");

  /// Attacks at the same time, as many as there are slots: each must hold whatever others do.
  @TestFactory
  Stream<DynamicTest> everyAttackGetsAnAllowedVerdict() {
    Sandbox sandbox = TestSandbox.get();
    var callers = Executors.newVirtualThreadPerTaskExecutor();
    Map<String, Future<?>> running = new LinkedHashMap<>();
    for (JsonNode row : rows()) {
      if (isAttack(row)) {
        running.put(row.path("id").asText(), callers.submit(() -> check(sandbox, row)));
      }
    }
    callers.shutdown();
    return running.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> each.getValue().get()));
  }

  /// One after the other in one slot, so that each could find what the one before has left.
  @TestFactory
  Stream<DynamicTest> everyProbeAndControlGetsAnAllowedVerdict() throws IOException {
    TestSandbox.get();
    Sandbox sandbox = Sandbox.open(SandboxOptions.ofThisMachine().withSlots(1));
    return rows().stream()
        .filter(row -> !isAttack(row))
        .map(row -> DynamicTest.dynamicTest(row.path("id").asText(), () -> check(sandbox, row)))
        .onClose(() -> close(sandbox));
  }

  private static void close(Sandbox sandbox) {
    try {
      sandbox.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAttack(JsonNode row) {
    return row.path("kind").asText().equals("attack");
  }

  private static void check(Sandbox sandbox, JsonNode row) {
    int times = isAttack(row) ? 1 : 2;
    for (int i = 0; i < times; i++) {
      assertThat(allowed(row)).contains(word(sandbox.run(program(row)).verdict()));
    }
    assertThat(sandbox.run(TestSandbox.program("def f(): return 1\n", "assert f() == 1", null)))
        .extracting(Execution::verdict)
        .isEqualTo(new Verdict.Passed());
  }

  @Test
  void withASandboxForEachRunTheVerdictsAreTheSame() throws IOException {
    TestSandbox.get();
    try (Sandbox sandbox =
        Sandbox.open(SandboxOptions.ofThisMachine().withSlots(1).withReuse(false))) {
      for (JsonNode row : rows()) {
        if (QUICK.stream().anyMatch(row.path("id").asText()::endsWith)) {
          check(sandbox, row);
        }
      }
    }
  }

  private static List<JsonNode> rows() {
    return Vectors.rows(Vectors.RESOURCES.resolve("hostile.jsonl"));
  }

  private static Program program(JsonNode row) {
    JsonNode input = row.path("input");
    double seconds = isAttack(row) ? 1 : row.path("params").path("timeout_s").asDouble();
    return ProgramAssembly.humanEval(
        input.path("prompt").asText(),
        input.path("completion").asText(),
        input.path("test").asText(),
        input.path("entry_point").asText(),
        Duration.ofMillis((long) (1000 * seconds)));
  }

  private static List<String> allowed(JsonNode row) {
    var allowed = new ArrayList<String>();
    row.path("expected").path("acceptable").forEach(each -> allowed.add(each.asText()));
    return allowed;
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed _ -> "passed";
      case Verdict.TimedOut _ -> "timeout";
      case Verdict.Failed _, Verdict.RuntimeError _, Verdict.CompileError _ -> "failed";
      case Verdict.Refused _ -> "refused";
    };
  }
}
