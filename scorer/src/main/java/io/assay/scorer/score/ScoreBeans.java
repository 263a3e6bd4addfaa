package io.assay.scorer.score;

import io.assay.blobs.BlobStore;
import io.assay.scorer.MetricCache;
import io.assay.scorer.ScorerConfig;
import io.assay.scorer.consult.Inquiries;
import io.assay.tasks.metric.Metrics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// How the plain classes of this package are put together.
@Singleton
class ScoreBeans {

  @Produces
  @Singleton
  RecordJudge recordJudge(MetricCache metrics, Inquiries inquiries, BlobStore blobs) {
    return new RecordJudge(new Judge(metrics, blobs), inquiries);
  }

  @Produces
  @Singleton
  MetricCache metricCache(ScorerConfig config) {
    return new MetricCache(Metrics::create, config.metricCache());
  }
}
