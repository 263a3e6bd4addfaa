package io.assay.producer.rest;

import io.assay.producer.catalog.Catalog;
import io.assay.producer.job.JobDesk;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when the catalogue is loaded, open jobs are known and the last batch could be written.
@Readiness
@ApplicationScoped
class ProducerReadiness implements HealthCheck {

  private final Catalog catalog;
  private final JobDesk desk;

  ProducerReadiness(Catalog catalog, JobDesk desk) {
    this.catalog = catalog;
    this.desk = desk;
  }

  @Override
  public HealthCheckResponse call() {
    var trouble = desk.trouble();
    var response =
        HealthCheckResponse.named("prompt-producer")
            .status(catalog.isLoaded() && trouble.isEmpty())
            .withData("catalogue", catalog.isLoaded() ? "loaded" : "not loaded yet");
    trouble.ifPresent(reason -> response.withData("jobs", reason));
    return response.build();
  }
}
