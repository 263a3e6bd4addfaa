package io.assay.tasks.judge;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Keys;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.statistics.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// A model's rating from matches of all models. Each model's score holds all matches of its sample,
/// so that each model's table can rate by itself.
abstract class MatchMetric extends Definition implements SetMetric, OpinionMetric {

  /// Each model's rating where matches count as often as their weights say; empty where there are
  /// none.
  interface Ratings {
    Optional<Map<String, Double>> of(int[] weights);
  }

  /// Whose rating it is, as a match that nobody plays.
  private static final String OWN = "";

  private final Comparison comparison;

  MatchMetric(MetricFactory factory, Params params) {
    super(factory, params);
    this.comparison = Comparison.ofAll(params);
  }

  /// Prepares ratings from these matches.
  abstract Ratings ratings(List<Match> matches);

  @Override
  public final Assessment assessment() {
    return comparison;
  }

  @Override
  public final Judgement judge(Sample sample, Answer answer) {
    return OpinionMetric.alone(this, sample);
  }

  @Override
  public final Judgement judge(Subject subject, List<Answer> replies) {
    return switch (OpinionMetric.super.judge(subject, replies)) {
      case Judgement.Judged _ -> matches(subject, comparison.verdicts(subject, replies));
      case Judgement.NotApplicable other -> other;
      case Judgement.Unjudgeable other -> other;
      case Judgement.NotJudged other -> other;
    };
  }

  /// Only that there are opinions; [#judge] takes the verdicts on all pairs, other models' too.
  @Override
  public final Judgement of(Subject subject, List<Opinion> opinions) {
    return judged(0, List.of(), "");
  }

  private Judgement matches(Subject subject, List<Comparison.Verdict> verdicts) {
    Map<String, Double> sums = new TreeMap<>();
    Map<String, Integer> judges = new TreeMap<>();
    for (Comparison.Verdict verdict : verdicts) {
      String pair = Keys.join(verdict.first(), verdict.second());
      sums.merge(pair, verdict.firstWins(), Double::sum);
      judges.merge(pair, 1, Integer::sum);
    }
    Map<String, Double> labels = new TreeMap<>();
    sums.forEach((pair, sum) -> labels.put(pair, sum / judges.getOrDefault(pair, 1)));
    labels.put(Keys.join(subject.modelId(), OWN), 0.0);
    return new Judgement.Judged(
        new Contribution(spec(), null, List.of(), null, labels, explained(verdicts)));
  }

  private static String explained(List<Comparison.Verdict> verdicts) {
    return OpinionMetric.explained(
        verdicts.stream()
            .map(verdict ->
                new Opinion(
                    verdict.judge() + " on " + verdict.first(),
                    verdict.second(),
                    verdict.firstWins(),
                    verdict.consistent(),
                    verdict.reason()))
            .toList());
  }

  @Override
  public final Prepared prepare(List<Row> rows) {
    String own = rows.stream().findFirst().map(MatchMetric::own).orElse("");
    var rated = new ArrayList<Ratings>();
    return PreparedRows.of(
        rows,
        MatchMetric::matches,
        (matches, weights) -> {
          if (rated.isEmpty()) {
            rated.add(ratings(matches));
          }
          return rated
              .getFirst()
              .of(weights)
              .map(all -> all.get(own))
              .map(OptionalDouble::of)
              .orElseGet(OptionalDouble::empty);
        });
  }

  private static String own(Row row) {
    return row.contribution().labels().keySet().stream()
        .map(Keys::split)
        .filter(pair -> pair.get(1).equals(OWN))
        .map(List::getFirst)
        .findFirst()
        .orElse("");
  }

  private static List<Match> matches(Row row) {
    return new TreeMap<>(row.contribution().labels())
        .entrySet().stream()
            .filter(each -> !Keys.split(each.getKey()).get(1).equals(OWN))
            .map(each -> {
              List<String> pair = Keys.split(each.getKey());
              return new Match(pair.getFirst(), pair.get(1), each.getValue());
            })
            .toList();
  }
}
