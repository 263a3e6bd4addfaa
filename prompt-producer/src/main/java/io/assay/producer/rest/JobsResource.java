package io.assay.producer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.document.Problem;
import io.assay.contracts.event.Job;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.catalog.Catalog;
import io.assay.producer.job.JobDesk;
import io.assay.producer.validate.Checked;
import io.assay.producer.validate.Submission;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Submits and steers jobs.
@Path("/api/jobs")
@Tag(name = "jobs")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

  private final JobDesk desk;

  JobsResource(JobDesk desk) {
    this.desk = desk;
  }

  /// An accepted job.
  ///
  /// @param datasets per task, which data it was accepted with
  public record SubmittedJob(
      String jobId,
      String name,
      List<String> models,
      List<String> tasks,
      Map<String, Job.DatasetVersion> datasets) {
    static SubmittedJob of(Job job) {
      return new SubmittedJob(
          job.jobId(),
          job.document().name(),
          job.document().models().stream().map(ModelSpec::id).toList(),
          job.document().tasks().stream().map(TaskSpec::name).toList(),
          job.datasets());
    }
  }

  /// What is wrong with a document; nothing if the list is empty.
  ///
  /// @param samples how many samples its tasks have, if nothing is wrong
  /// @param datasets per task, which data it is, if nothing is wrong
  /// @param note what a person should know
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Problems(
      List<Problem> problems,
      @Nullable Long samples,
      @Nullable Map<String, Job.DatasetVersion> datasets,
      @Nullable String note) {}

  /// A job's state after a command.
  public record JobState(String jobId, Job.State state) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Submit a job", description = "Refused as a whole if anything is wrong.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SubmittedJob.class)))
  @APIResponse(
      responseCode = "422",
      content = @Content(schema = @Schema(implementation = Problems.class)))
  public Response submit(
      @RequestBody(content = @Content(schema = @Schema(implementation = Submission.class)))
          String body) {
    return switch (desk.submit(Json.read(body, Submission.class))) {
      case JobDesk.Submitted.Accepted(Job job) ->
          Response.status(201).entity(SubmittedJob.of(job)).build();
      case JobDesk.Submitted.Refused(Checked.Refused(var problems)) ->
          Response.status(422).entity(new Problems(problems, null, null, null)).build();
    };
  }

  @POST
  @Path("validate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Check a job document without starting it")
  public Problems validate(
      @RequestBody(content = @Content(schema = @Schema(implementation = Submission.class)))
          String body) {
    return switch (desk.check(Json.read(body, Submission.class))) {
      case Checked.Accepted accepted ->
          new Problems(List.of(), accepted.samples(), accepted.datasets(), accepted.note());
      case Checked.Refused(var problems) -> new Problems(problems, null, null, null);
    };
  }

  @POST
  @Path("{id}/cancel")
  @Operation(summary = "End a job early", description = "What is in flight is skipped.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = JobState.class)))
  public Response cancel(@PathParam("id") String id) {
    return response(desk.cancel(id));
  }

  @POST
  @Path("{id}/pause")
  @Operation(summary = "Issue nothing new", description = "What is in flight is settled.")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = JobState.class)))
  public Response pause(@PathParam("id") String id) {
    return response(desk.pause(id));
  }

  @POST
  @Path("{id}/resume")
  @Operation(summary = "Go on with a paused job")
  @APIResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = JobState.class)))
  public Response resume(@PathParam("id") String id) {
    return response(desk.resume(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Remove a job that has ended",
      description =
          "With its scores, metrics and media. Its prompts and outputs go with their logs.")
  @APIResponse(responseCode = "204")
  public Response delete(@PathParam("id") String id) {
    return response(desk.delete(id));
  }

  private static Response response(JobDesk.Outcome outcome) {
    return switch (outcome) {
      case JobDesk.Outcome.Done(String jobId, Job.State state) ->
          Response.status(202).entity(new JobState(jobId, state)).build();
      case JobDesk.Outcome.Deleted _ -> Response.noContent().build();
      case JobDesk.Outcome.Impossible(String reason) -> ApiError.response(409, reason);
      case JobDesk.Outcome.Unknown(String reason) -> ApiError.response(404, reason);
    };
  }

  @ServerExceptionMapper
  public Response badBody(Json.BadBody e) {
    return ApiError.response(400, e.getMessage());
  }

  @ServerExceptionMapper
  public Response notLoaded(Catalog.NotLoaded e) {
    return ApiError.response(503, String.valueOf(e.getMessage()));
  }
}
