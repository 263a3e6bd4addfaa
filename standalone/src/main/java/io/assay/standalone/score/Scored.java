package io.assay.standalone.score;

import io.assay.contracts.event.MetricSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One system's numbers.
///
/// @param system its name
/// @param numbers one for each metric, in their order
/// @param refused items without a score, with the reason
record Scored(String system, List<MetricSnapshot> numbers, List<String> refused) {

  /// How a system compares with the first one by one metric.
  ///
  /// @param metric the metric's name
  /// @param difference this value minus the first system's
  /// @param low lower end of the difference's interval
  /// @param high upper end
  /// @param pValue two-sided, by the paired bootstrap: the share of resamples whose difference,
  ///   centred, is at least as large
  record Comparison(
      String metric, double difference, double low, double high, @Nullable Double pValue) {}
}
