package io.assay.tasks.judge;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.statistics.Elo;
import io.assay.tasks.statistics.Match;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A model's Elo rating over all comparisons of the job's models with each other, taken in the
/// order of the samples' ids: see [io.assay.tasks.statistics.Elo]. Prefer `bradley_terry`, which
/// has no order.
@AutoService(MetricFactory.class)
public final class JudgeElo implements MetricFactory {

  private static final List<Param> PARAMS =
      Stream.concat(
              Stream.of(
                  new Param(
                      "step", "number", "4", "How many points a surprising win gains at most.")),
              ComparisonParams.ALL_PARAMS.stream())
          .toList();

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "elo",
        "Elo rating from judges' comparisons of all the job's models, from 1000 on.",
        Shown.TASK_TYPES,
        true,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        1,
        "https://arxiv.org/abs/2403.04132");
  }

  @Override
  public List<Param> params() {
    return PARAMS;
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Asks asks() {
    return Asks.JUDGES_AND_RIVALS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Rated(this, Params.of(spec, this));
  }

  private static final class Rated extends MatchMetric {

    private final double step;

    Rated(MetricFactory factory, Params params) {
      super(factory, params);
      this.step = params.number("step", 0);
    }

    @Override
    Ratings ratings(List<Match> matches) {
      return weights -> Optional.of(Elo.ratings(PreparedRows.repeated(matches, weights), step));
    }
  }
}
