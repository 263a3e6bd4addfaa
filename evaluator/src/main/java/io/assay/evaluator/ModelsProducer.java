package io.assay.evaluator;

import io.assay.evaluator.http.ModelClient;
import io.assay.evaluator.http.Outages;
import io.assay.evaluator.http.Retries;
import io.assay.evaluator.provider.Models;
import io.assay.evaluator.provider.NameList;
import io.assay.evaluator.provider.Secrets;
import io.assay.evaluator.providers.Commands;
import io.assay.evaluator.providers.Endpoints;
import io.assay.evaluator.providers.Providers;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Puts the providers together from the configuration and this process' environment.
final class ModelsProducer {

  @Produces
  @Singleton
  ModelClient client(EvaluatorConfig config) {
    return new ModelClient(System::getenv, config.stallTimeout());
  }

  @Produces
  @Singleton
  Secrets secrets(EvaluatorConfig config) {
    return new Secrets(System::getenv, config.allowedKeyEnvs());
  }

  @Produces
  @Singleton
  Outages outages(EvaluatorConfig config) {
    return new Outages(config.outagePatience());
  }

  @Produces
  @Singleton
  Models models(
      EvaluatorConfig config,
      Secrets secrets,
      ModelClient http,
      Membership membership,
      Outages outages,
      @ConfigProperty(name = Commands.ALLOWED, defaultValue = "false") boolean programs) {
    var endpoints = new Endpoints(new NameList(config.allowedHosts()), membership);
    var names = new NameList(config.allowedKeyEnvs());
    var commands = new Commands(programs, System::getenv, names);
    return new Models(
        Providers.all(secrets, endpoints, http, new Retries(outages), commands),
        config.maxOpenModels());
  }

  void close(@Disposes Models models) {
    models.close();
  }

  void close(@Disposes ModelClient http) {
    http.close();
  }
}
