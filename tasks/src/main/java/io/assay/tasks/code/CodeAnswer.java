package io.assay.tasks.code;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes a program out of what a model answered.
///
/// @param extraction how the code is found in the answer
/// @param stops where a completion ends
/// @param guarded see [Program.PythonFunction]
/// @param limit how long the program may run
record CodeAnswer(Extraction extraction, List<String> stops, boolean guarded, Duration limit) {

  /// How code is found in an answer.
  enum Extraction {
    /// The fitting block of Markdown if there is one, else all of it.
    AUTO,
    /// All of it, as a completion of the prompt: what base models write.
    NONE,
    /// evalplus's `code_extract`.
    LONGEST
  }

  /// The program that an answer is.
  ///
  /// @param longest gives the longest run of lines that parses, or empty if it cannot be told
  /// @return empty where the code cannot be found out
  Optional<Program> program(
      CodeProblem problem, String answer, Function<String, Optional<String>> longest) {
    return switch (extraction) {
      case NONE -> Optional.of(completed(problem, StopSequences.cut(answer, stops)));
      case LONGEST -> longest.apply(answer).map(code -> extracted(problem, code));
      case AUTO -> Optional.of(automatic(problem, answer));
    };
  }

  private Program automatic(CodeProblem problem, String answer) {
    return CodeBlocks.solution(answer, problem.language(), code -> isWhole(problem, code))
        .map(code -> extracted(problem, code))
        .orElseGet(() -> extracted(problem, StopSequences.cut(answer, stops)));
  }

  private Program extracted(CodeProblem problem, String code) {
    return isWhole(problem, code) ? whole(problem, code) : completed(problem, code);
  }

  private static boolean isWhole(CodeProblem problem, String code) {
    String entryPoint = problem.entryPoint();
    return entryPoint == null
        || (problem.language().equals("python")
            ? CodeProblem.defines(code, entryPoint)
            : code.contains(entryPoint));
  }

  /// A solution that stands alone, but for what the prompt has before the function.
  private Program whole(CodeProblem problem, String code) {
    return program(problem, problem.promptHead() + code);
  }

  private Program completed(CodeProblem problem, String code) {
    return program(problem, problem.prompt() + code);
  }

  private Program program(CodeProblem problem, String code) {
    var lines = new java.util.ArrayList<>(problem.imports());
    lines.add(code);
    String source = String.join("\n", lines);
    if (!problem.language().equals("python")) {
      return new Program.Whole(problem.language(), source + "\n" + problem.tests(), limit);
    }
    String imports = String.join("\n", problem.imports());
    String prelude = problem.prompt().isEmpty() ? imports : imports + "\n" + problem.prompt();
    return new Program.PythonFunction(
        source, prelude, problem.tests(), problem.entryPoint(), guarded, limit);
  }
}
