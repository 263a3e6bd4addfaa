package io.assay.dashboard.projection;

import io.assay.dashboard.DashboardConfig;
import io.assay.dashboard.store.StoreException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Keeps at it: a write that failed (a full disk) is tried again until it succeeds or the service
/// stops, for passing over it would lose rows. Also writes what waits, once in a while.
@ApplicationScoped
public class Persistence {

  private static final Logger LOG = Logger.getLogger(Persistence.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Projection projection;
  private final Duration flushInterval;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable String failure;

  @Inject
  Persistence(Projection projection, DashboardConfig config) {
    this.projection = projection;
    this.flushInterval = config.flushInterval();
  }

  void start(@Observes @Priority(100) StartupEvent event) {
    Thread.ofPlatform().name("dashboard-flush").daemon().start(this::flushOften);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /// Why the last write failed; empty if it did not.
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /// Writes, as often as it takes.
  ///
  /// @throws StoreException where the service stops before it succeeded; nothing was written
  void untilWritten(Runnable write) {
    var pause = FIRST_PAUSE;
    while (true) {
      try {
        write.run();
        failure = null;
        return;
      } catch (StoreException e) {
        if (failure == null) {
          LOG.error("The dashboard's store cannot be written; it is tried again until it can", e);
        }
        failure = String.valueOf(e.getMessage());
        if (stopsWithin(pause)) {
          throw e;
        }
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                ? LONGEST_PAUSE
                : pause.multipliedBy(2);
      }
    }
  }

  private void flushOften() {
    while (!stopsWithin(flushInterval)) {
      untilWritten(projection::flush);
    }
    projection.flush();
  }

  private boolean stopsWithin(Duration pause) {
    try {
      return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
