package io.assay.tasks.instruction;

import java.util.Optional;
import java.util.function.Predicate;

/// One instruction with its arguments.
@FunctionalInterface
interface Instruction {

  /// Whether a response follows it.
  ///
  /// @return empty where an expression of the instruction backtracks too much over the response
  Optional<Boolean> isFollowed(String response);

  /// An instruction that can always be decided.
  static Instruction of(Predicate<String> check) {
    return response -> Optional.of(check.test(response));
  }
}
