package io.assay.scorer.publish;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/// Sends again until the broker has it.
final class Waiting {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private Waiting() {}

  static <T> Uni<T> forBroker(Uni<T> sending) {
    return sending.onFailure().retry().withBackOff(FIRST_WAIT, LONGEST_WAIT).indefinitely();
  }
}
