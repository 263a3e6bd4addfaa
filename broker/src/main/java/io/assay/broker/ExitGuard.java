package io.assay.broker;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.internals.Exit;
import org.jspecify.annotations.Nullable;

/// Keeps a fatal fault of the broker from ending the host's JVM. Kafka's exit procedures are
/// static, so a fault is told to every broker of this JVM: which of them it was is not known.
final class ExitGuard {

  private static final List<Consumer<BrokerFault>> WATCHERS = new CopyOnWriteArrayList<>();

  private ExitGuard() {}

  static void watch(Consumer<BrokerFault> watcher) {
    Exit.setExitProcedure(ExitGuard::report);
    Exit.setHaltProcedure(ExitGuard::report);
    WATCHERS.add(watcher);
  }

  static void forget(Consumer<BrokerFault> watcher) {
    WATCHERS.remove(watcher);
  }

  /// Never returns: the code behind Kafka's exit call expects that it does not run.
  private static void report(int status, @Nullable String message) {
    var thread = Thread.currentThread().getName();
    var fault = BrokerFault.of(status, Optional.ofNullable(message), thread);
    WATCHERS.forEach(watcher -> watcher.accept(fault));
    throw new IllegalStateException("The Kafka broker gave up: " + fault.message());
  }
}
