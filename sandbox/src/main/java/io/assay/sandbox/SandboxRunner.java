package io.assay.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.code.Execution;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.ProgramRunner;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The runner that metrics find: the sandbox of this process, made when the first program comes.
@AutoService(ProgramRunner.class)
public final class SandboxRunner implements ProgramRunner {

  private static final Duration EXTRACTION = Duration.ofSeconds(10);

  @Override
  public Set<String> languages() {
    return Stream.concat(Stream.of("python"), Languages.installed().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<String> unavailable() {
    return SharedSandbox.get().unavailable();
  }

  @Override
  public Execution run(Program program) {
    return SharedSandbox.get().run(program);
  }

  @Override
  public Optional<String> longestParsable(String text) {
    var input = JsonNodeFactory.instance.objectNode().put("text", text);
    return switch (SharedSandbox.get().evaluate("code_extract", input, EXTRACTION)) {
      case Sandbox.Evaluation.Value(var code) when code.isTextual() -> Optional.of(code.asText());
      case Sandbox.Evaluation.Value _, Sandbox.Evaluation.Raised _, Sandbox.Evaluation.NotDone _ ->
          Optional.empty();
    };
  }
}
