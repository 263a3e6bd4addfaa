package io.assay.tasks.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A metric over rankings by vectors. Either queries and passages arrive as samples whose metadata
/// say `kind: query` or `kind: passage`: a query's target maps ids of passages to grades, where a
/// passage's id is its metadata's `id` or else its sample id; before all samples are there it ranks
/// the passages that are, for the queries that are. Or a sample is a query with candidates of its
/// own, whose target lists the candidates' grades.
///
/// A contribution's first statistic tells the kind; a query's labels are its grades, a passage's
/// one label is its id.
abstract class RankingMetric extends VectorMetric implements SetMetric {

  static final double QUERY = 0;
  static final double PASSAGE = 1;
  static final double CANDIDATES = 2;

  private final RankingForm ranking;

  RankingMetric(MetricFactory factory, Params params) {
    super(factory, params);
    ranking = RankingForm.of(params, form());
  }

  /// How many passages it needs of each query.
  abstract int depth();

  /// What a query's statistics hold: its kind, and perhaps more.
  ///
  /// @throws IllegalArgumentException where the sample lacks something
  List<Double> statistics(Sample query) {
    return List.of(QUERY);
  }

  /// The metric over ranked queries.
  abstract Prepared prepared(List<Ranking.Query> queries);

  /// All queries search the whole corpus.
  @Override
  public final boolean inEverySlice(Contribution contribution) {
    return contribution.statistics().getFirst() == PASSAGE;
  }

  private static String kind(Sample sample) {
    JsonNode kind = sample.metadata().get("kind");
    return kind == null ? "" : kind.asText();
  }

  @Override
  final Optional<String> textsProblem(Sample sample, int texts) {
    return switch (kind(sample)) {
      case "query", "passage" ->
          texts == 1
              ? Optional.empty()
              : Optional.of("input has " + texts + " texts, expected 1 for a " + kind(sample));
      default -> candidatesProblem(sample, texts);
    };
  }

  private static Optional<String> candidatesProblem(Sample sample, int texts) {
    if (texts < 2) {
      return Optional.of(
          "metadata.kind is "
              + Targets.describe(sample.metadata().get("kind"))
              + ", expected query or passage, or an input of a query with its candidates");
    }
    return Candidates.grades(sample.target(), texts - 1).isPresent()
        ? Optional.empty()
        : wrongTarget(sample, "the list of grades of its " + (texts - 1) + " candidates");
  }

  @Override
  final Optional<String> targetProblem(Sample sample) {
    if (!kind(sample).equals("query")) {
      return Optional.empty();
    }
    try {
      statistics(sample);
    } catch (IllegalArgumentException lacking) {
      return Optional.of(String.valueOf(lacking.getMessage()));
    }
    return grades(sample).isPresent()
        ? Optional.empty()
        : wrongTarget(sample, "an object of grades by passage id");
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    return judgeFitting(
        sample,
        () ->
            switch (kind(sample)) {
              case "query" ->
                  judgeVectors(sample, answer, 1, each -> query(sample, each.getFirst()));
              case "passage" ->
                  judgeVectors(
                      sample,
                      answer,
                      1,
                      each ->
                          contribution(
                              List.of(PASSAGE), each.getFirst(), Map.of(passageId(sample), 1.0)));
              default -> judgeVectors(sample, answer, vectors -> candidates(sample, vectors));
            });
  }

  private Judgement query(Sample sample, Embedding vector) {
    return contribution(statistics(sample), vector, grades(sample).orElseThrow());
  }

  private Judgement candidates(Sample sample, List<Embedding> vectors) {
    return candidatesProblem(sample, vectors.size())
        .<Judgement>map(problem -> unjudgeable("sample " + sample.id() + ": " + problem))
        .orElseGet(() -> {
          List<Double> grades =
              Candidates.grades(sample.target(), vectors.size() - 1).orElseThrow();
          return new Judgement.Judged(
              new Contribution(
                  spec(),
                  null,
                  Candidates.statistics(vectors, grades, ranking),
                  null,
                  Map.of(),
                  grades.size() + " candidates"));
        });
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

  private Judgement contribution(
      List<Double> statistics, Embedding vector, Map<String, Double> labels) {
    return contributed(statistics, vector, labels, vector.dimensions() + " dimensions");
  }

  @Override
  public final Prepared prepare(List<Row> rows) {
    return prepare(rows, UNSHARED);
  }

  @Override
  public final Prepared prepare(List<Row> rows, Sharing sharing) {
    var key = List.of("ranking", ranking, depth(), fingerprint(rows));
    return prepared(
        sharing.get(key, Ranking.class, () -> Ranking.of(rows, depth(), ranking)).queries());
  }
}
