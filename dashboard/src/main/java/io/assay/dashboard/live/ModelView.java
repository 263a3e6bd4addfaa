package io.assay.dashboard.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Consulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One model of a job.
///
/// @param id the model
/// @param counts its prompts by what became of them
/// @param redelivered settled prompts that the queue had handed out more than once
/// @param rate samples settled in a second, lately; over the whole job once it has ended
/// @param etaSeconds seconds until all is settled at that rate; absent where unknown
/// @param callP50 median duration of calls in milliseconds
/// @param callP95 95th percentile of the same
/// @param usage what all calls used together
/// @param consulted what judges used for its answers; absent where none was asked
/// @param metrics its metrics; absent in live frames, where they are cells
public record ModelView(
    String id,
    CountsView counts,
    long redelivered,
    double rate,
    @Nullable Double etaSeconds,
    @Nullable Double callP50,
    @Nullable Double callP95,
    Completion.Usage usage,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Consulted consulted,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MetricView> metrics) {

  ModelView withoutMetrics() {
    return new ModelView(
        id, counts, redelivered, rate, etaSeconds, callP50, callP95, usage, consulted, null);
  }
}
