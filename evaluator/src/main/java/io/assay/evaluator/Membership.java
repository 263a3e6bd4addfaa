package io.assay.evaluator;

import io.assay.contracts.event.WorkerState;
import io.assay.evaluator.http.Cluster;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which workers are alive, as far as this one has heard; itself always. What can be divided is
/// divided by how many prompts each works on: with equal parts, the worker that was handed most
/// would still be waiting for its turns when the others have long nothing to do. How long ago each
/// was heard of is by this worker's clock; what was written is believed while clocks differ by a
/// few seconds at most.
@Singleton
final class Membership implements Cluster {

  private final String self;
  private final Supplier<Instant> clock;
  private final Map<String, Heard> workers = new ConcurrentHashMap<>();

  private record Heard(List<String> pools, int inFlight, Instant at) {
    /// Who has nothing to do may be handed something before it is heard of again.
    int demand() {
      return inFlight + 1;
    }
  }

  @jakarta.inject.Inject
  Membership(Worker worker) {
    this(worker.id(), Instant::now);
  }

  Membership(String self, Supplier<Instant> clock) {
    this.self = self;
    this.clock = clock;
  }

  /// A worker is alive. What it wrote long ago, before this one began to read, does not count.
  void heard(WorkerState state) {
    var now = clock.get();
    boolean old = state.at().plus(WorkerState.LOST_AFTER).isBefore(now);
    if (!old) {
      workers.put(state.worker(), new Heard(state.pools(), state.inFlight(), now));
    }
  }

  /// A worker has gone.
  void left(String worker) {
    workers.remove(worker);
  }

  @Override
  public Share share(String pool) {
    var lost = clock.get().minus(WorkerState.LOST_AFTER);
    workers.values().removeIf(heard -> heard.at().isBefore(lost));
    var alive =
        Stream.concat(
                Stream.of(self),
                workers.entrySet().stream()
                    .filter(entry -> entry.getValue().pools().contains(pool))
                    .map(Map.Entry::getKey))
            .distinct()
            .sorted()
            .toList();
    double all = alive.stream().mapToInt(this::demand).sum();
    return new Share(alive.indexOf(self), alive.size(), demand(self) / all);
  }

  /// As it was written last, also of this worker itself: so all count with the same numbers.
  private int demand(String worker) {
    var heard = workers.get(worker);
    return heard == null ? 1 : heard.demand();
  }
}
