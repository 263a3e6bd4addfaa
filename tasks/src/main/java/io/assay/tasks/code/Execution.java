package io.assay.tasks.code;

import java.time.Duration;

/// One run of a program.
///
/// @param verdict what it came to
/// @param cpu processor time of the program itself
/// @param wall time from start to verdict
/// @param output the beginning of what it printed, safe to store
public record Execution(Verdict verdict, Duration cpu, Duration wall, String output) {

  /// A program that was not run.
  public static Execution refused(String reason) {
    return new Execution(new Verdict.Refused(reason), Duration.ZERO, Duration.ZERO, "");
  }
}
