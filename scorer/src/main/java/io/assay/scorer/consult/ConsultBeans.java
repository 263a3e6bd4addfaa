package io.assay.scorer.consult;

import io.assay.scorer.MetricCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// How the plain classes of this package are put together.
@Singleton
class ConsultBeans {

  @Produces
  @Singleton
  Inquiries inquiries(MetricCache metrics) {
    return new Inquiries(metrics);
  }

  @Produces
  @Singleton
  Pairings pairings(MeterRegistry registry) {
    var pairings = new Pairings();
    Gauge.builder("assay.scorer.waiting", pairings, Pairings::waiting)
        .description("Samples that wait for all models' answers, to be compared")
        .register(registry);
    return pairings;
  }
}
