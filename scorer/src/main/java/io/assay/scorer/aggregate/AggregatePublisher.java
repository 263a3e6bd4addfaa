package io.assay.scorer.aggregate;

import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.Progress;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Where aggregates go. Records of one model of a job keep their order. A stage completes when the
/// broker has the record, and fails where it can no longer get there.
interface AggregatePublisher {

  CompletionStage<@Nullable Void> publish(MetricSnapshot snapshot);

  CompletionStage<@Nullable Void> publish(Progress progress);
}
