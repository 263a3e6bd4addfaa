package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Normalised area under the abstention curve (Gisserot-Boukhlef et al. 2024): how well a
/// retriever's confidence tells the queries where it is right, from 0 for chance to 1 for the best
/// choice; as MTEB's `nauc_…` scores. Not defined where all queries score alike.
@AutoService(MetricFactory.class)
public final class NAuc implements MetricFactory {

  /// How many passages MTEB retrieves; their scores make the standard deviation.
  private static final int RETRIEVED = 1000;

  private static final Param OF =
      new Param("of", "text", "ndcg", "which measure: ndcg, map, mrr, precision or recall");
  private static final Param CONFIDENCE =
      new Param(
          "confidence",
          "text",
          "max",
          "max, the best score; std, their standard deviation; diff1, the best less the next");

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "nauc",
        "How well scores tell which queries are answered right: area under the abstention curve.",
        List.of("embedding"),
        true,
        Double.NEGATIVE_INFINITY,
        1,
        1,
        "https://arxiv.org/abs/2402.12997");
  }

  @Override
  public List<Param> params() {
    return Stream.concat(
            Stream.of(RetrievalMetric.CUTOFF, OF, CONFIDENCE), RankingForm.PARAMS.stream())
        .toList();
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Area(this, Params.of(spec, this));
  }

  private static final class Area extends RankingMetric {

    private final int cutoff;
    private final String of;
    private final String confidence;

    Area(MetricFactory factory, Params params) {
      super(factory, params);
      cutoff = params.cutoff("k");
      of = params.choice(OF.name(), List.of("ndcg", "map", "mrr", "precision", "recall"));
      confidence = params.choice(CONFIDENCE.name(), List.of("max", "std", "diff1"));
    }

    @Override
    int depth() {
      return Math.max(RETRIEVED, cutoff);
    }

    @Override
    SetMetric.Prepared prepared(List<Ranking.Query> queries) {
      return new Curve(
          queries.stream().map(query -> query.row().cluster()).toList(),
          queries.stream().mapToDouble(this::confidence).toArray(),
          queries.stream().mapToDouble(this::score).toArray());
    }

    private double confidence(Ranking.Query query) {
      var all =
          Abstention.Confidence.of(query.scores());
      return switch (confidence) {
        case "std" -> all.std();
        case "diff1" -> all.lead();
        default -> all.max();
      };
    }

    private double score(Ranking.Query query) {
      var measures = new TrecMeasures(query.found(), whole(query.grades()));
      return switch (of) {
        case "map" -> measures.averagePrecision(cutoff);
        case "mrr" -> measures.reciprocalRank(cutoff);
        case "precision" -> measures.precision(cutoff);
        case "recall" -> measures.recall(cutoff);
        default -> measures.ndcg(cutoff);
      };
    }

    private static Map<String, Long> whole(Map<String, Double> grades) {
      return grades.entrySet().stream()
          .collect(
              java.util.stream.Collectors.toMap(
                  Map.Entry::getKey, each -> (long) Math.floor(each.getValue())));
    }
  }

  /// Queries in a fixed order.
  private static final class Curve implements SetMetric.Prepared {

    private final List<String> clusters;
    private final double[] confidences;
    private final double[] scores;

    Curve(List<String> clusters, double[] confidences, double[] scores) {
      this.clusters = clusters;
      this.confidences = confidences;
      this.scores = scores;
    }

    @Override
    public List<String> clusters() {
      return clusters;
    }

    @Override
    public OptionalDouble value() {
      return Abstention.area(confidences, scores);
    }

    @Override
    public OptionalDouble value(int[] weights) {
      int[] drawn =
          IntStream.range(0, weights.length)
              .flatMap(i -> IntStream.range(0, weights[i]).map(_ -> i))
              .toArray();
      return Abstention.area(
          IntStream.of(drawn).mapToDouble(i -> confidences[i]).toArray(),
          IntStream.of(drawn).mapToDouble(i -> scores[i]).toArray());
    }
  }
}
