package io.assay.evaluator.http;

import io.assay.contracts.event.WorkerState;
import io.assay.contracts.spec.ModelSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// The models that give no answers at present: their server cannot be reached, refuses the key,
/// does not know the model. Their calls are held instead of failing one sample after the other, and
/// go on when the cause is mended.
public final class Outages {

  private final Duration patience;
  private final Clock clock;
  private final ConcurrentMap<Reached, Outage> outages = new ConcurrentHashMap<>();

  /// A model as it is reached; the same name elsewhere is another matter.
  private record Reached(String model, @Nullable String endpoint, @Nullable String keyEnv) {}

  /// @param patience how long calls are held before they fail after all; zero where none is held
  public Outages(Duration patience) {
    this(patience, Clock.systemUTC());
  }

  Outages(Duration patience, Clock clock) {
    this.patience = patience;
    this.clock = clock;
  }

  /// Holds no calls.
  public static Outages none() {
    return new Outages(Duration.ZERO);
  }

  /// A model's own.
  Outage of(ModelSpec model) {
    return outages.computeIfAbsent(
        new Reached(model.id(), model.endpoint(), model.apiKeyEnv()),
        _ -> new Outage(model.id(), patience, clock));
  }

  /// Those that hold calls now.
  public List<WorkerState.Outage> open() {
    return outages.values().stream().flatMap(outage -> outage.report().stream()).toList();
  }
}
