package io.assay.evaluator;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when the topics exist; the channels report for themselves.
@Readiness
@Singleton
final class WorkerReadiness implements HealthCheck {

  private final Worker worker;
  private final EvaluatorConfig config;
  private final TopicsAtStart topics;

  WorkerReadiness(Worker worker, EvaluatorConfig config, TopicsAtStart topics) {
    this.worker = worker;
    this.config = config;
    this.topics = topics;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("evaluator")
        .status(topics.done())
        .withData("worker", worker.id())
        .withData("pools", String.join(",", config.pools()))
        .build();
  }
}
