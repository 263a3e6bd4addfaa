package io.assay.scorer.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assay.contracts.event.Keys;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.wire.JobModelPartitioner;

/// One model of one job: what an aggregate is kept for.
record ModelKey(String jobId, String modelId) {

  static ModelKey of(SampleKey key) {
    return new ModelKey(key.jobId(), key.modelId());
  }

  /// The partition that holds its scores.
  int partition(int partitions) {
    return JobModelPartitioner.partition(Keys.join(jobId, modelId).getBytes(UTF_8), partitions);
  }
}
