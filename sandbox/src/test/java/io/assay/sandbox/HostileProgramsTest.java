package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.ProgramAssembly;
import io.assay.tasks.code.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Programs that mean harm get a verdict that is allowed for them, twice in a row, and leave the
/// sandbox as it was.
class HostileProgramsTest {

  private static final Set<String> QUICK =
      Set.of("kill_parent", "state_between_runs", "exit_at_import", "fork_bomb", "see_processes");

  @TestFactory
  Stream<DynamicTest> everyOneGetsAnAllowedVerdict() {
    Sandbox sandbox = TestSandbox.get();
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.path("id").asText(), () -> check(sandbox, row)));
  }

  private static void check(Sandbox sandbox, JsonNode row) {
    int times = row.path("kind").asText().equals("attack") ? 1 : 2;
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
    boolean attack = row.path("kind").asText().equals("attack");
    double seconds = attack ? 1 : row.path("params").path("timeout_s").asDouble();
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
