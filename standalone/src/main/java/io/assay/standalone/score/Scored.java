package io.assay.standalone.score;

import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Score;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One system's numbers.
///
/// @param system its name
/// @param numbers one for each metric, in their order
/// @param scores every item's
/// @param refused items without a score, with the reason
record Scored(
    String system, List<MetricSnapshot> numbers, List<Score> scores, List<String> refused) {

  /// What each item gave to a metric, by the item's id.
  ///
  /// @param metric the metric's name
  SortedMap<String, Contribution> contributions(String metric) {
    var found = new TreeMap<String, Contribution>();
    for (Score score : scores) {
      score.contributions().stream()
          .filter(each -> each.metric().name().equals(metric))
          .forEach(each -> found.put(score.key().sampleId(), each));
    }
    return found;
  }

  /// How a system compares with the first one by one metric.
  ///
  /// @param metric the metric's name
  /// @param difference this value minus the first system's
  /// @param low lower end of the difference's interval
  /// @param high upper end
  /// @param pValue two-sided, by the test that was asked for
  record Comparison(
      String metric, double difference, double low, double high, @Nullable Double pValue) {}
}
