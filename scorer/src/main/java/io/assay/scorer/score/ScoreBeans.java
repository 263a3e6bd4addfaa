package io.assay.scorer.score;

import io.assay.blobs.BlobStore;
import io.assay.scorer.ScorerConfig;
import io.assay.tasks.metric.Metrics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// How the plain classes of this package are put together.
@Singleton
class ScoreBeans {

  @Produces
  @Singleton
  RecordJudge recordJudge(ScorerConfig config, BlobStore blobs) {
    var metrics = new MetricCache(Metrics::create, config.metricCache());
    return new RecordJudge(new Judge(metrics, blobs));
  }
}
