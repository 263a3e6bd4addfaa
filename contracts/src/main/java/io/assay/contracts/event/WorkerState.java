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
/// @param outages models that give it no answers, so that it holds their calls
/// @param at when this was written
public record WorkerState(
    String worker,
    List<String> pools,
    List<String> providers,
    int inFlight,
    int maxInFlight,
    List<Outage> outages,
    Instant at)
    implements Event {

  /// A model that gives no answers. Its calls wait for them.
  ///
  /// @param model the model
  /// @param jobs whose calls wait
  /// @param reason what the last call came to, in words
  /// @param since when the calls began to wait
  /// @param until when they fail after all
  public record Outage(
      String model, List<String> jobs, String reason, Instant since, Instant until) {
    public Outage {
      Require.text(model, "model of an outage");
      jobs = List.copyOf(jobs);
      Require.text(reason, "reason of the outage of " + model);
      Require.present(since, "since of the outage of " + model);
      Require.present(until, "until of the outage of " + model);
    }
  }

  /// How often a worker says that it is alive.
  public static final Duration EVERY = Duration.ofSeconds(2);

  /// How long a silent worker counts as alive.
  public static final Duration LOST_AFTER = Duration.ofSeconds(7);

  public WorkerState {
    Require.text(worker, "worker");
    pools = List.copyOf(Require.some(pools, "pools of worker " + worker));
    providers = providers == null ? List.of() : List.copyOf(providers);
    outages = outages == null ? List.of() : List.copyOf(outages);
    Require.present(at, "at of worker " + worker);
  }

  @Override
  public String recordKey() {
    return worker;
  }
}
