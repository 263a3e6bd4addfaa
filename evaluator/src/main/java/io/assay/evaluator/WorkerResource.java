package io.assay.evaluator;

import io.assay.evaluator.provider.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What this worker is doing.
@Path("/api/worker")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worker")
public class WorkerResource {

  private final Worker worker;
  private final EvaluatorConfig config;
  private final Models models;
  private final CallMeters meters;

  WorkerResource(Worker worker, EvaluatorConfig config, Models models, CallMeters meters) {
    this.worker = worker;
    this.config = config;
    this.models = models;
    this.meters = meters;
  }

  /// One worker.
  ///
  /// @param worker its name, as in outputs
  /// @param pools whose prompts it takes
  /// @param providers ways in which it can reach models
  /// @param models that it has open, the one used last at the end
  /// @param inFlight prompts that it works on now
  /// @param maxInFlight prompts that it works on at most
  public record WorkerView(
      String worker,
      List<String> pools,
      List<String> providers,
      List<String> models,
      int inFlight,
      int maxInFlight) {}

  @GET
  @Operation(summary = "This worker: its pools, open models and load")
  public WorkerView worker() {
    return new WorkerView(
        worker.id(),
        config.pools(),
        models.providerNames(),
        models.openIds(),
        meters.inFlight(),
        config.maxInFlight());
  }
}
