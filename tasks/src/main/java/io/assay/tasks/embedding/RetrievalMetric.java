package io.assay.tasks.embedding;

import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A ranking metric that gives each query a number: their mean, in which queries are resampled. A
/// query without a relevant passage is worth 0.
abstract class RetrievalMetric extends RankingMetric {

  static final MetricFactory.Param CUTOFF =
      new MetricFactory.Param("k", "integer", "10", "how many passages count; also as name@k");
  static final List<MetricFactory.Param> PARAMS =
      Stream.concat(Stream.of(CUTOFF), RankingForm.PARAMS.stream()).toList();

  /// From this grade on a passage is relevant, as trec_eval takes it.
  static final double RELEVANT = 1;

  private static final int SHOWN = 5;

  private final int cutoff;

  RetrievalMetric(MetricFactory factory, Params params) {
    super(factory, params);
    cutoff = params.cutoff("k");
  }

  final int cutoff() {
    return cutoff;
  }

  @Override
  final int depth() {
    return Ranking.depthFor(cutoff);
  }

  /// One query's value.
  ///
  /// @param found ids of passages from the best on, at least as many as the cut-off if there are
  /// @param grades grades by passage id
  abstract double value(List<String> found, Map<String, Double> grades);

  @Override
  final Prepared prepared(List<Ranking.Query> queries) {
    return new UnitMean(
        queries.stream().map(this::unit).toList(),
        queries.stream().map(query -> query.row().cluster()).toList());
  }

  private UnitValue unit(Ranking.Query query) {
    List<String> found = query.found();
    String ranks =
        IntStream.range(0, found.size())
            .filter(i -> isRelevant(found.get(i), query.grades()))
            .mapToObj(i -> Integer.toString(i + 1))
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    String first =
        found.isEmpty()
            ? "no passage"
            : String.join(", ", found.subList(0, Math.min(SHOWN, found.size())));
    return new UnitValue(
        query.row().sampleId(),
        query.row().epoch(),
        value(found, query.grades()),
        (ranks.isEmpty() ? "no relevant passage in " + found.size() : "relevant at rank " + ranks)
            + "; found "
            + first);
  }

  static boolean isRelevant(String id, Map<String, Double> grades) {
    return grades.getOrDefault(id, 0.0) >= RELEVANT;
  }

  static long relevant(Map<String, Double> grades) {
    return grades.values().stream().filter(grade -> grade >= RELEVANT).count();
  }

  static long hits(List<String> found, Map<String, Double> grades, int cutoff) {
    return found.stream().limit(cutoff).filter(id -> isRelevant(id, grades)).count();
  }
}
