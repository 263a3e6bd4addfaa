package io.assay.scorer.aggregate;

import io.assay.scorer.jobs.JobDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// How the plain classes of this package are put together.
@Singleton
class AggregateBeans {

  @Produces
  @Singleton
  AggregatorMeters aggregatorMeters(MeterRegistry registry) {
    return new AggregatorMeters(registry);
  }

  @Produces
  @Singleton
  Aggregator aggregator(JobDirectory jobs, AggregatePublisher publisher, AggregatorMeters meters) {
    var aggregator = new Aggregator(jobs, publisher, meters);
    meters.watch(aggregator);
    return aggregator;
  }
}
