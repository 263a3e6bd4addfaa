package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Embedding;
import io.assay.tasks.metric.SetMetric.Row;
import io.assay.tasks.metric.Targets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A query with candidates of its own, which are ranked among themselves. Of equal scores the less
/// relevant ranks first, as the ids that MTEB gives to positive and negative candidates make it.
///
/// A contribution's statistics are the kind, then scores and grades in the order of the candidates.
final class Candidates {

  private Candidates() {}

  /// The statistics of a query and its candidates.
  ///
  /// @param vectors the query's, then the candidates'
  /// @param grades one for each candidate
  static List<Double> statistics(List<Embedding> vectors, List<Double> grades, RankingForm form) {
    List<float[]> quantised =
        form.vectors().quantised(vectors.stream().map(Embedding::toArray).toList());
    var statistics = new ArrayList<Double>();
    statistics.add(RankingMetric.CANDIDATES);
    quantised.stream()
        .skip(1)
        .forEach(each -> statistics.add(form.score(quantised.getFirst(), each)));
    statistics.addAll(grades);
    return statistics;
  }

  static Ranking.Query ranked(Row row) {
    List<Double> statistics = row.contribution().statistics();
    int count = statistics.size() / 2;
    List<Double> scores = statistics.subList(1, count + 1);
    List<Double> grades = statistics.subList(count + 1, statistics.size());
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -scores.get(i))
                    .thenComparingDouble(grades::get)
                    .thenComparingInt(i -> i))
            .mapToInt(Integer::intValue)
            .toArray();
    Map<String, Double> byId = new HashMap<>();
    IntStream.range(0, count).forEach(i -> byId.put(id(i), grades.get(i)));
    return new Ranking.Query(
        row,
        IntStream.of(order).mapToObj(Candidates::id).toList(),
        IntStream.of(order).mapToObj(scores::get).toList(),
        byId);
  }

  private static String id(int place) {
    return "candidate " + (place + 1);
  }

  /// Grades of candidates, if a target is a list of so many numbers.
  static Optional<List<Double>> grades(
      @Nullable JsonNode target,
      int count) {
    if (target == null || !target.isArray() || target.size() != count) {
      return Optional.empty();
    }
    var grades = new ArrayList<Double>();
    for (JsonNode each : target) {
      OptionalDouble grade = Targets.number(each);
      if (grade.isEmpty()) {
        return Optional.empty();
      }
      grades.add(grade.getAsDouble());
    }
    return Optional.of(grades);
  }
}
