package io.assay.tasks.judge;

import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.SetMetric.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// A set metric over rows each of which holds some items, such as comparisons: an item counts as
/// often as its row.
final class PreparedRows<T> implements SetMetric.Prepared {

  /// An order that carries no meaning, in which equal sets give equal numbers.
  private static final Comparator<Row> BY_SAMPLE =
      Comparator.comparing(Row::sampleId).thenComparingInt(Row::epoch);

  private final List<String> clusters;
  private final List<T> items = new ArrayList<>();
  private final int[] rowOf;
  private final int rows;
  private final Value<T> value;

  /// Gives a row's items.
  interface Items<T> {
    List<T> of(Row row);
  }

  /// The value of items with these weights, of which one at least is not zero.
  interface Value<T> {
    OptionalDouble of(List<T> items, int[] weights);
  }

  private PreparedRows(List<Row> sorted, Items<T> split, Value<T> value) {
    this.clusters = sorted.stream().map(Row::cluster).toList();
    this.rows = sorted.size();
    this.value = value;
    var places = new ArrayList<Integer>();
    for (int row = 0; row < sorted.size(); row++) {
      for (T item : split.of(sorted.get(row))) {
        items.add(item);
        places.add(row);
      }
    }
    this.rowOf = places.stream().mapToInt(Integer::intValue).toArray();
  }

  static <T> PreparedRows<T> of(List<Row> rows, Items<T> split, Value<T> value) {
    return new PreparedRows<>(rows.stream().sorted(BY_SAMPLE).toList(), split, value);
  }

  @Override
  public List<String> clusters() {
    return clusters;
  }

  @Override
  public OptionalDouble value() {
    var once = new int[rows];
    Arrays.fill(once, 1);
    return value(once);
  }

  @Override
  public OptionalDouble value(int[] weights) {
    var ofItems = new int[items.size()];
    boolean any = false;
    for (int i = 0; i < ofItems.length; i++) {
      ofItems[i] = weights[rowOf[i]];
      any |= ofItems[i] > 0;
    }
    return any ? value.of(items, ofItems) : OptionalDouble.empty();
  }

  /// Items as often as their weights say.
  static <T> List<T> repeated(List<T> items, int[] weights) {
    var repeated = new ArrayList<T>();
    for (int i = 0; i < weights.length; i++) {
      for (int n = 0; n < weights[i]; n++) {
        repeated.add(items.get(i));
      }
    }
    return repeated;
  }
}
