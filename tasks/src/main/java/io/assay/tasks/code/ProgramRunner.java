package io.assay.tasks.code;

import java.util.Optional;
import java.util.Set;

/// Runs programs that nobody has read. The extension point for sandboxes: a service of this type on
/// the class path is found by [ProgramRunners]. Calls block for as long as a program runs and are
/// safe from many threads; the runner itself bounds how many programs run at once.
public interface ProgramRunner {

  /// The languages it can run now.
  Set<String> languages();

  /// Why it can run nothing at all, and how that is mended; empty if it can.
  Optional<String> unavailable();

  /// Runs a program. Whatever it does is a verdict; a runner that cannot work says so by
  /// [Verdict.Refused].
  ///
  /// @throws io.assay.tasks.metric.JudgingStopped where the runner is closed before the end
  Execution run(Program program);

  /// evalplus's `code_extract`: the run of whole lines that parses as Python and has most lines
  /// that are not blank.
  ///
  /// @return empty where it cannot be told: no Python, or too long a text
  Optional<String> longestParsable(String text);
}
