package io.assay.producer.rest;

import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Metrics;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The metrics that a job may name.
@Path("/api/metrics")
@Tag(name = "definitions")
@Produces(MediaType.APPLICATION_JSON)
public class MetricsResource {

  /// A metric's facts and parameters.
  ///
  /// @param worst its worst value; absent if unbounded
  /// @param best its best value; absent if unbounded
  public record MetricView(
      String name,
      String summary,
      List<String> taskTypes,
      boolean higherIsBetter,
      @Nullable Double worst,
      @Nullable Double best,
      int version,
      String source,
      List<MetricFactory.Param> params) {

    static MetricView of(MetricFactory factory) {
      var info = factory.info();
      return new MetricView(
          info.name(),
          info.summary(),
          info.taskTypes(),
          info.higherIsBetter(),
          finite(info.worst()),
          finite(info.best()),
          info.version(),
          info.source(),
          factory.params());
    }

    private static @Nullable Double finite(double value) {
      return Double.isFinite(value) ? value : null;
    }
  }

  @GET
  @Operation(summary = "All metrics with their parameters")
  public List<MetricView> all() {
    return Metrics.all().stream().map(MetricView::of).toList();
  }
}
