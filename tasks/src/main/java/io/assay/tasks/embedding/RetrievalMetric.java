package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.Targets;
import io.assay.tasks.statistics.PoissonWeights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A metric over rankings of a corpus by vectors. Queries and passages arrive as samples whose
/// metadata say `kind: query` or `kind: passage`; a query's target maps ids of passages to grades,
/// where a passage's id is its metadata's `id` or else its sample id. Queries are the resampled
/// units. Before all samples are there it ranks the passages that are, for the queries that are.
///
/// A contribution holds the vector; statistics are [0] for a query, whose labels are its grades,
/// and [1] for a passage, whose one label is its id.
abstract class RetrievalMetric extends Definition implements SetMetric {

  static final MetricFactory.Param CUTOFF =
      new MetricFactory.Param("k", "integer", "10", "how many passages count; also as name@k");
  static final MetricFactory.Param SIMILARITY =
      new MetricFactory.Param("similarity", "text", "cosine", "cosine, or dot for the dot product");

  static final double QUERY = 0;
  static final double PASSAGE = 1;

  private final int cutoff;
  private final boolean cosine;

  RetrievalMetric(MetricFactory factory, Params params) {
    super(factory, params);
    cutoff = params.cutoff("k");
    cosine = params.choice("similarity", List.of("cosine", "dot")).equals("cosine");
  }

  final int cutoff() {
    return cutoff;
  }

  /// One query's value.
  ///
  /// @param found ids of passages from the best on, at least as many as the cut-off if there are
  /// @param grades grades by passage id
  abstract double value(List<String> found, Map<String, Double> grades);

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    if (!(answer instanceof Answer.Vectors(List<Embedding> vectors))) {
      return wrongAnswer(answer, "vectors");
    }
    if (vectors.size() != 1) {
      return unjudgeable(
          "the model gave "
              + vectors.size()
              + " vectors for sample "
              + sample.id()
              + ", expected 1");
    }
    Optional<String> problem = Vectors.problemWith(vectors.getFirst());
    return problem.isPresent()
        ? unjudgeable("vector of sample " + sample.id() + " " + problem.get())
        : judge(sample, vectors.getFirst());
  }

  private Judgement judge(Sample sample, Embedding vector) {
    JsonNode kind = sample.metadata().get("kind");
    return switch (kind == null ? "" : kind.asText()) {
      case "query" ->
          grades(sample)
              .map(grades -> contribution(QUERY, vector, grades))
              .orElseGet(() ->
                  unjudgeable(
                      "target of query "
                          + sample.id()
                          + " is "
                          + Targets.describe(sample.target())
                          + ", expected an object of grades by passage id"));
      case "passage" -> contribution(PASSAGE, vector, Map.of(passageId(sample), 1.0));
      default ->
          unjudgeable(
              "metadata.kind of sample "
                  + sample.id()
                  + " is "
                  + Targets.describe(kind)
                  + ", expected query or passage");
    };
  }

  private static String passageId(Sample sample) {
    JsonNode id = sample.metadata().get("id");
    return id == null || id.isNull() ? sample.id() : id.asText();
  }

  private static Optional<Map<String, Double>> grades(Sample sample) {
    JsonNode target = sample.target();
    if (target == null || !target.isObject()) {
      return Optional.empty();
    }
    var grades = new HashMap<String, Double>();
    for (Map.Entry<String, JsonNode> each : target.properties()) {
      OptionalDouble grade = Targets.number(each.getValue());
      if (grade.isEmpty()) {
        return Optional.empty();
      }
      grades.put(each.getKey(), grade.getAsDouble());
    }
    return Optional.of(grades);
  }

  private Judgement contribution(double kind, Embedding vector, Map<String, Double> labels) {
    return new Judgement.Judged(
        new Contribution(
            spec(), null, List.of(kind), vector, labels, vector.dimensions() + " dimensions"));
  }

  @Override
  public final Prepared prepare(List<Row> rows) {
    return prepare(rows, Unshared.INSTANCE);
  }

  @Override
  public final Prepared prepare(List<Row> rows, Sharing sharing) {
    int depth = Ranking.depthFor(cutoff);
    var key = List.of("ranking", cosine, depth, fingerprint(rows));
    Ranking ranking = sharing.get(key, Ranking.class, () -> Ranking.of(rows, depth, cosine));
    return new QueryValues(
        ranking.queries().stream().map(query -> unit(query.row(), query.found())).toList(),
        ranking.queries().stream().map(query -> query.row().cluster()).toList());
  }

  /// Tells sets of rows apart, in any order.
  private static long fingerprint(List<Row> rows) {
    long sum = rows.size();
    for (Row row : rows) {
      sum += PoissonWeights.hash(row.sampleId()) * (2L * row.epoch() + 1);
    }
    return sum;
  }

  private UnitValue unit(Row query, List<String> found) {
    double value = value(found, query.contribution().labels());
    String first =
        found.isEmpty()
            ? "no passage"
            : String.join(", ", found.subList(0, Math.min(5, found.size())));
    return new UnitValue(query.sampleId(), query.epoch(), value, "found " + first);
  }

  /// Nothing in common with other metrics.
  private enum Unshared implements Sharing {
    INSTANCE;

    @Override
    public <T> T get(Object key, Class<T> type, java.util.function.Supplier<T> make) {
      return make.get();
    }
  }

  private record QueryValues(List<UnitValue> units, List<String> clusters) implements Prepared {

    @Override
    public OptionalDouble value() {
      var ones = new int[units.size()];
      java.util.Arrays.fill(ones, 1);
      return value(ones);
    }

    @Override
    public OptionalDouble value(int[] weights) {
      double sum = 0;
      long count = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * units.get(i).value();
        count += weights[i];
      }
      return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }
  }
}
