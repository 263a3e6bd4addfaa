package io.assay.tasks.speech;

/// The steps of one alignment, or of many together: adding them up and dividing once is how error
/// rates of a corpus are defined.
///
/// @param hits units that are equal
/// @param substitutions units of the reference that became others
/// @param deletions units of the reference that are missing
/// @param insertions units that the reference does not have
public record EditCounts(long hits, long substitutions, long deletions, long insertions) {

  /// No steps.
  public static final EditCounts NONE = new EditCounts(0, 0, 0, 0);

  /// Both together.
  public EditCounts plus(EditCounts other) {
    return new EditCounts(
        hits + other.hits,
        substitutions + other.substitutions,
        deletions + other.deletions,
        insertions + other.insertions);
  }

  /// Units of the reference.
  public long referenceUnits() {
    return hits + substitutions + deletions;
  }

  /// Units of the hypothesis.
  public long hypothesisUnits() {
    return hits + substitutions + insertions;
  }

  /// Steps that are no hits.
  public long edits() {
    return substitutions + deletions + insertions;
  }

  /// Edits for each unit of the reference: 0 and more, also above 1. Where the reference is empty
  /// it is the number of insertions, as jiwer has it.
  public double errorRate() {
    return edits() / (double) Math.max(1, referenceUnits());
  }

  /// Share of steps that are edits, from 0 to 1.
  public double matchErrorRate() {
    return edits() / (double) Math.max(1, hits + edits());
  }

  /// Share of the reference that was hit times share of the hypothesis that hits, from 0 to 1; 1
  /// where both are empty.
  public double informationPreserved() {
    if (hits + edits() == 0) {
      return 1;
    }
    return hits == 0 ? 0 : ((double) hits / referenceUnits()) * ((double) hits / hypothesisUnits());
  }

  /// What [#informationPreserved] lacks to 1.
  public double informationLost() {
    return 1 - informationPreserved();
  }
}
