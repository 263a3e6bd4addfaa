package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.SetMetric.UnitValue;
import io.assay.tasks.metric.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// p-MRR (Weller et al. 2024, "FollowIR"): whether passages that a changed instruction makes
/// irrelevant move down in the ranking, from -1 (to the top) to 1. A query comes twice, with equal
/// clusters: once with metadata `instruction: original`, once with `instruction: changed`; passages
/// that are relevant in the first's target but not in the second's are the ones looked at. The mean
/// over queries that have such passages.
@AutoService(MetricFactory.class)
public final class PMrr implements MetricFactory {

  private static final List<String> VERSIONS = List.of("original", "changed");

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "p_mrr",
        "Whether passages that a changed instruction makes irrelevant move down the ranking.",
        List.of("embedding"),
        true,
        -1,
        1,
        1,
        "https://arxiv.org/abs/2403.15246");
  }

  @Override
  public List<Param> params() {
    return RankingForm.PARAMS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Shift(this, Params.of(spec, this));
  }

  private static final class Shift extends RankingMetric {

    Shift(MetricFactory factory, Params params) {
      super(factory, params);
    }

    @Override
    int depth() {
      return Integer.MAX_VALUE;
    }

    @Override
    List<Double> statistics(Sample query) {
      var version = query.metadata().get("instruction");
      int place = version == null ? -1 : VERSIONS.indexOf(version.asText());
      if (place < 0) {
        throw new IllegalArgumentException(
            "metadata.instruction of query "
                + query.id()
                + " is "
                + Targets.describe(version)
                + ", expected original or changed");
      }
      return List.of(QUERY, (double) place);
    }

    @Override
    SetMetric.Prepared prepared(List<Ranking.Query> queries) {
      Map<String, Ranking.Query[]> pairs = new TreeMap<>();
      for (Ranking.Query query : queries) {
        List<Double> statistics = query.row().contribution().statistics();
        if (statistics.getFirst() == QUERY) {
          String name = query.row().epoch() + "/" + query.row().cluster();
          pairs.computeIfAbsent(name, _ -> new Ranking.Query[2])[statistics.get(1).intValue()] =
              query;
        }
      }
      List<Ranking.Query[]> shifted =
          pairs.values().stream()
              .filter(pair -> pair[0] != null && pair[1] != null)
              .filter(pair -> !irrelevant(pair).isEmpty())
              .toList();
      return new UnitMean(
          shifted.stream().map(Shift::unit).toList(),
          shifted.stream().map(pair -> pair[0].row().cluster()).toList());
    }

    private static List<String> irrelevant(Ranking.Query[] pair) {
      return pair[0].grades().keySet().stream()
          .filter(id -> RetrievalMetric.isRelevant(id, pair[0].grades()))
          .filter(id -> !RetrievalMetric.isRelevant(id, pair[1].grades()))
          .sorted()
          .toList();
    }

    private static UnitValue unit(Ranking.Query[] pair) {
      List<String> changed = irrelevant(pair);
      var shift = new RankShift();
      shift.add(scores(pair[0]), scores(pair[1]), changed);
      String first = changed.getFirst();
      return new UnitValue(
          pair[0].row().sampleId(),
          pair[0].row().epoch(),
          shift.value().orElseThrow(),
          changed.size()
              + " passages became irrelevant; "
              + first
              + " went from rank "
              + (pair[0].found().indexOf(first) + 1)
              + " to "
              + (pair[1].found().indexOf(first) + 1));
    }

    private static Map<String, Double> scores(Ranking.Query query) {
      Map<String, Double> scores = new HashMap<>();
      IntStream.range(0, query.found().size())
          .forEach(i -> scores.put(query.found().get(i), query.scores().get(i)));
      return scores;
    }
  }
}
