package io.assay.tasks.code;

/// What running a program with its tests came to.
public sealed interface Verdict {

  /// Every test held.
  record Passed() implements Verdict {}

  /// A test did not hold.
  ///
  /// @param reason the assertion's message, empty where it has none
  record Failed(String reason) implements Verdict {}

  /// The program raised, crashed, left early or used more than it may.
  ///
  /// @param reason the exception's message, or how it ended
  record RuntimeError(String reason) implements Verdict {}

  /// The program does not compile.
  ///
  /// @param reason what the compiler says
  record CompileError(String reason) implements Verdict {}

  /// It was stopped at its time limit.
  record TimedOut() implements Verdict {}

  /// It was not run.
  ///
  /// @param reason why not
  record Refused(String reason) implements Verdict {}

  /// Whether every test held.
  default boolean passed() {
    return this instanceof Passed;
  }

  /// The verdict in words, for people.
  default String words() {
    return switch (this) {
      case Passed _ -> "passed";
      case Failed(String reason) -> after("failed a test", reason);
      case RuntimeError(String reason) -> after("runtime error", reason);
      case CompileError(String reason) -> after("does not compile", reason);
      case TimedOut _ -> "timed out";
      case Refused(String reason) -> after("not run", reason);
    };
  }

  private static String after(String what, String reason) {
    return reason.isBlank() ? what : what + ": " + reason;
  }
}
