package io.assay.scorer.aggregate;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready once the group has given out its partitions and the tables of this instance's are
/// complete.
@Readiness
@Singleton
class AggregatorReadiness implements HealthCheck {

  private final Aggregator aggregator;

  AggregatorReadiness(Aggregator aggregator) {
    this.aggregator = aggregator;
  }

  @Override
  public HealthCheckResponse call() {
    var partitions = aggregator.partitions();
    return HealthCheckResponse.named("scorer: tables of scores are complete")
        .withData("partitions", partitions.size())
        .withData("rebuilding", partitions.stream().filter(it -> !it.isOpen()).count())
        .status(aggregator.isReady())
        .build();
  }
}
