package io.assay.contracts.event;

import io.assay.contracts.spec.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A model worker is alive, on `assay.workers`: written again and again while it is. A tombstone,
/// or silence for longer than [#LOST_AFTER], says that it has gone. Limits of providers are shared
/// by the workers that are alive, and a pool without any is one that nobody serves.
///
/// @param worker its name, as in outputs
/// @param pools whose prompts it takes
/// @param providers ways in which it can reach models
/// @param inFlight prompts that it works on
/// @param maxInFlight prompts that it works on at most
/// @param at when this was written
public record WorkerState(
    String worker,
    List<String> pools,
    List<String> providers,
    int inFlight,
    int maxInFlight,
    Instant at)
    implements Event {

  /// How often a worker says that it is alive.
  public static final Duration EVERY = Duration.ofSeconds(2);

  /// How long a silent worker counts as alive.
  public static final Duration LOST_AFTER = Duration.ofSeconds(7);

  public WorkerState {
    Require.text(worker, "worker");
    pools = List.copyOf(Require.some(pools, "pools of worker " + worker));
    providers = providers == null ? List.of() : List.copyOf(providers);
    Require.present(at, "at of worker " + worker);
  }

  @Override
  public String recordKey() {
    return worker;
  }
}
