package io.assay.tasks.translation;

import java.util.List;

/// BLEU with everything that it was made of.
///
/// @param score BLEU in percent
/// @param precisions in percent, of n-grams with n from 1 up, smoothed
/// @param counts how many n-grams matched, with what smoothing added
/// @param totals how many n-grams there were, with what smoothing added
/// @param brevityPenalty the factor for being shorter than the references
/// @param hypothesisLength words written
/// @param referenceLength words of those references that were nearest in length
public record BleuScore(
    double score,
    List<Double> precisions,
    List<Double> counts,
    List<Double> totals,
    double brevityPenalty,
    double hypothesisLength,
    double referenceLength) {

  public BleuScore {
    precisions = List.copyOf(precisions);
    counts = List.copyOf(counts);
    totals = List.copyOf(totals);
  }
}
