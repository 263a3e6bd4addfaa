package io.assay.producer.rest;

import io.assay.tasks.type.TaskType;
import io.assay.tasks.type.TaskTypes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The task types that a job may name.
@Path("/api/task-types")
@Tag(name = "definitions")
@Produces(MediaType.APPLICATION_JSON)
public class TaskTypesResource {

  /// A task type.
  ///
  /// @param capability what a model must be able to do
  /// @param defaultMetrics what is measured where a job names no metrics
  public record TaskTypeView(
      String name, String summary, String capability, List<String> defaultMetrics) {

    static TaskTypeView of(TaskType type) {
      return new TaskTypeView(
          type.name(),
          type.summary(),
          type.capability().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          type.defaultMetrics());
    }
  }

  @GET
  @Operation(summary = "All task types")
  public List<TaskTypeView> all() {
    return TaskTypes.all().stream().map(TaskTypeView::of).toList();
  }
}
