package io.assay.tasks.embedding;

import io.assay.contracts.event.Embedding;
import io.assay.tasks.metric.SetMetric.Row;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The similarity of the two vectors of a pair, in a form: known at once, or, where the form has
/// ranges of all vectors, when all are there.
record PairSimilarity(Similarity similarity, VectorForm form) {

  String name() {
    return similarity.name();
  }

  /// Whether rows must keep their vectors.
  boolean waitsForAll() {
    return form.quantisation() == Quantisation.INT8 || form.quantisation() == Quantisation.UINT8;
  }

  /// The similarity of vectors that wait for no others.
  double of(Embedding a, Embedding b) {
    List<float[]> pair = form.quantised(List.of(a.toArray(), b.toArray()));
    return of(pair.get(0), pair.get(1));
  }

  private double of(float[] a, float[] b) {
    return similarity.of(Vectors.widened(a), Vectors.widened(b));
  }

  /// The similarities of rows: a statistic, or, where they had to wait, of the joined vectors.
  double[] of(List<Row> rows, int statistic) {
    if (!waitsForAll()) {
      return rows.stream()
          .mapToDouble(row -> row.contribution().statistics().get(statistic))
          .toArray();
    }
    var byDimensions = new TreeMap<Integer, List<Integer>>();
    IntStream.range(0, rows.size())
        .forEach(i ->
            byDimensions
                .computeIfAbsent(
                    VectorMetric.vector(rows.get(i)).length, _ -> new java.util.ArrayList<>())
                .add(i));
    var similarities = new double[rows.size()];
    byDimensions.values().forEach(places -> fill(similarities, rows, places));
    return similarities;
  }

  private void fill(double[] similarities, List<Row> rows, List<Integer> places) {
    List<float[]> halves =
        form.quantised(
            places.stream()
                .map(i -> VectorMetric.vector(rows.get(i)))
                .flatMap(both -> {
                  int half = both.length / 2;
                  return List.of(
                      Arrays.copyOf(both, half), Arrays.copyOfRange(both, half, both.length))
                      .stream();
                })
                .toList());
    for (int i = 0; i < places.size(); i++) {
      similarities[places.get(i)] = of(halves.get(2 * i), halves.get(2 * i + 1));
    }
  }
}
