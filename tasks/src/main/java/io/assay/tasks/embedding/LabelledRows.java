package io.assay.tasks.embedding;

import io.assay.tasks.metric.SetMetric.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Vectors with their labels, in the order of their samples' ids. Where vectors differ in
/// dimensions, those of the most frequent ones count.
final class LabelledRows {

  private static final Comparator<String> NUMBERS =
      Comparator.comparingDouble(Double::parseDouble).thenComparing(Comparator.naturalOrder());

  private final List<Row> rows;
  private final double[][] vectors;

  private LabelledRows(List<Row> rows, VectorForm form) {
    this.rows = rows;
    this.vectors =
        form.quantised(rows.stream().map(VectorMetric::vector).toList()).stream()
            .map(Vectors::widened)
            .toArray(double[][]::new);
  }

  static LabelledRows of(List<Row> rows, VectorForm form) {
    Map<Integer, List<Row>> byDimensions =
        rows.stream()
            .sorted(VectorMetric.BY_SAMPLE)
            .collect(
                Collectors.groupingBy(
                    row -> VectorMetric.vector(row).length, TreeMap::new, Collectors.toList()));
    return new LabelledRows(
        byDimensions.values().stream()
            .max(Comparator.comparingInt(List::size))
            .orElse(List.of()),
        form);
  }

  List<Row> rows() {
    return rows;
  }

  double[] vector(int place) {
    return vectors[place];
  }

  double[][] vectors() {
    return vectors.clone();
  }

  /// A row's labels in order.
  List<String> labels(int place) {
    return rows.get(place).contribution().labels().keySet().stream().sorted().toList();
  }

  /// All labels in ascending order; numbers by value.
  List<String> distinct() {
    List<String> all =
        rows.stream()
            .flatMap(row -> row.contribution().labels().keySet().stream())
            .distinct()
            .toList();
    boolean numbers = all.stream().allMatch(each -> each.matches("-?\\d{1,15}(\\.\\d{1,15})?"));
    return all.stream().sorted(numbers ? NUMBERS : Comparator.naturalOrder()).toList();
  }
}
