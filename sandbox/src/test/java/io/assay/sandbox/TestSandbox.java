package io.assay.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sandbox that tests share. Where there can be none, its tests are skipped and say why.
final class TestSandbox {

  static final Duration LIMIT = Duration.ofSeconds(10);

  private TestSandbox() {}

  static Sandbox get() {
    Sandbox sandbox = SharedSandbox.get();
    Optional<String> unavailable = sandbox.unavailable();
    assumeTrue(unavailable.isEmpty(), () -> "no sandbox here: " + unavailable.orElse(""));
    return sandbox;
  }

  static Execution run(String source, String tests) {
    return get().run(program(source, tests, null));
  }

  static Verdict verdict(String source, String tests) {
    return run(source, tests).verdict();
  }

  static Program.PythonFunction program(String source, String tests, @Nullable String entryPoint) {
    return new Program.PythonFunction(source, "", tests, entryPoint, false, LIMIT);
  }
}
