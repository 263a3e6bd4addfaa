package io.assay.tasks.judge;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.statistics.BradleyTerry;
import io.assay.tasks.statistics.Match;
import java.util.List;
import java.util.stream.Stream;

/// A model's rating by the model of Bradley and Terry over all comparisons of the job's models with
/// each other: see [io.assay.tasks.statistics.BradleyTerry]. 400 points more are odds of 10 to 1;
/// the mean of the job's models is 1000.
@AutoService(MetricFactory.class)
public final class JudgeBradleyTerry implements MetricFactory {

  private static final List<Param> PARAMS =
      Stream.concat(
              Stream.of(
                  new Param(
                      "prior",
                      "number",
                      "1",
                      "How many drawn matches each model is credited with, so that ratings are finite"
                          + " where one always wins; 0 for none.")),
              ComparisonParams.ALL_PARAMS.stream())
          .toList();

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "bradley_terry",
        "Rating from judges' comparisons of all the job's models: 400 points more are odds of 10 to 1.",
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

    private final double prior;

    Rated(MetricFactory factory, Params params) {
      super(factory, params);
      this.prior = params.number("prior", 0);
    }

    @Override
    Ratings ratings(List<Match> matches) {
      var model = BradleyTerry.of(matches, prior);
      return model::ratings;
    }
  }
}
