package io.assay.images.prompts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How many pictures show what was asked for, by kind of prompt (GenEval's summary).
///
/// @param pictures share of right pictures
/// @param prompts share of prompts with at least one right picture
/// @param byTag share of right pictures by kind of prompt, in the order of their first pictures
public record CompositionSummary(double pictures, double prompts, Map<String, Double> byTag) {

  public CompositionSummary {
    byTag = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byTag));
  }

  /// A picture that was checked.
  ///
  /// @param tag the kind of prompt
  /// @param prompt the prompt; the same words under another tag are another one
  /// @param correct whether the picture is right
  public record Result(String tag, String prompt, boolean correct) {}

  /// Sums up; NaN of none.
  public static CompositionSummary of(List<Result> results) {
    Map<List<String>, Boolean> prompts = new HashMap<>();
    Map<String, int[]> tags = new LinkedHashMap<>();
    int right = 0;
    for (Result each : results) {
      prompts.merge(List.of(each.tag(), each.prompt()), each.correct(), Boolean::logicalOr);
      int[] counts = tags.computeIfAbsent(each.tag(), _ -> new int[2]);
      counts[0] += each.correct() ? 1 : 0;
      counts[1]++;
      right += each.correct() ? 1 : 0;
    }
    Map<String, Double> byTag = new LinkedHashMap<>();
    tags.forEach((tag, counts) -> byTag.put(tag, (double) counts[0] / counts[1]));
    double any = prompts.values().stream().filter(Boolean::booleanValue).count();
    return new CompositionSummary((double) right / results.size(), any / prompts.size(), byTag);
  }

  /// The mean over kinds, each counting alike however many pictures it has; NaN of none.
  public double overall() {
    return byTag.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
