package io.assay.scorer.aggregate;

import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import java.util.concurrent.CompletionStage;

/// Where aggregates go. Records of one model of a job keep their order. A stage completes when the
/// broker has the record, and fails where it can no longer get there.
interface AggregatePublisher {

  CompletionStage<Receipt> publish(MetricSnapshot snapshot);

  CompletionStage<Receipt> publish(Progress progress);
}
