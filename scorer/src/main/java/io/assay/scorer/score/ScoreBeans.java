package io.assay.scorer.score;

import io.assay.scorer.ScorerConfig;
import io.assay.tasks.metric.Metrics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// How the plain classes of this package are put together.
@Singleton
class ScoreBeans {

  @Produces
  @Singleton
  RecordJudge recordJudge(ScorerConfig config) {
    return new RecordJudge(new Judge(new MetricCache(Metrics::create, config.metricCache())));
  }
}
