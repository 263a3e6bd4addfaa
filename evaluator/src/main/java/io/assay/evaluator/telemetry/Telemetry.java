package io.assay.evaluator.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// OpenTelemetry as its usual environment variables configure it, above all
/// `OTEL_EXPORTER_OTLP_ENDPOINT`; without any of them nothing is loaded and nothing exported.
final class Telemetry {

  private static final Logger LOG = Logger.getLogger(Telemetry.class);

  private static final List<String> WANTED =
      List.of(
          "OTEL_EXPORTER_OTLP_ENDPOINT",
          "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
          "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
          "OTEL_TRACES_EXPORTER",
          "OTEL_METRICS_EXPORTER");

  /// What holds where the environment does not say otherwise: OTLP over HTTP, spans and metrics.
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "otel.service.name", "assay-evaluator",
          "otel.exporter.otlp.protocol", "http/protobuf",
          "otel.logs.exporter", "none");

  @Produces
  @Singleton
  OpenTelemetry telemetry() {
    return of(System.getenv());
  }

  static OpenTelemetry of(Map<String, String> environment) {
    if (WANTED.stream().noneMatch(environment::containsKey)) {
      return OpenTelemetry.noop();
    }
    var sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> DEFAULTS)
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk();
    LOG.infof("Calls of models are exported to OpenTelemetry: %s", sdk);
    return sdk;
  }

  /// What is not exported yet goes out.
  void close(@Disposes OpenTelemetry telemetry) {
    if (telemetry instanceof OpenTelemetrySdk sdk) {
      sdk.close();
    }
  }
}
