package io.assay.tasks.speech;

import java.util.List;

/// How a hypothesis is made from a reference with the fewest edits.
///
/// @param counts how many steps of each kind
/// @param runs the steps in order, equal kinds joined
public record Alignment(EditCounts counts, List<Run> runs) {

  public Alignment {
    runs = List.copyOf(runs);
  }

  /// Neighbouring steps of one kind. Places count from 0; ends are exclusive.
  ///
  /// @param kind what the steps do
  /// @param referenceStart the first unit of the reference
  /// @param referenceEnd the unit after the last one
  /// @param hypothesisStart the first unit of the hypothesis
  /// @param hypothesisEnd the unit after the last one
  public record Run(
      Kind kind, int referenceStart, int referenceEnd, int hypothesisStart, int hypothesisEnd) {}

  /// What a step does.
  public enum Kind {
    /// Keeps a unit.
    EQUAL,
    /// Puts another unit in its place.
    SUBSTITUTE,
    /// Leaves out a unit of the reference.
    DELETE,
    /// Adds a unit of the hypothesis.
    INSERT
  }
}
