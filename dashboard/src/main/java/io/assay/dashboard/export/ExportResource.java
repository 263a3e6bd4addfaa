package io.assay.dashboard.export;

import io.assay.dashboard.api.ApiError;
import io.assay.dashboard.api.SampleParameters;
import io.assay.dashboard.live.JobView;
import io.assay.dashboard.live.LiveState;
import io.assay.dashboard.store.SampleReader;
import io.assay.dashboard.store.Store;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// A job's samples as a file.
@Path("/api/jobs")
@Tag(name = "jobs")
@Blocking
public class ExportResource {

  private final LiveState live;
  private final SampleReader samples;

  @Inject
  ExportResource(LiveState live, Store store) {
    this.live = live;
    this.samples = new SampleReader(store);
  }

  /// The samples that the parameters choose, all of them, as they are read.
  @GET
  @Path("{jobId}/export")
  @Operation(summary = "Samples of a job as a file: jsonl, csv, open-asr or humaneval")
  public Response export(
      @RestPath String jobId,
      @RestQuery @DefaultValue("jsonl") String format,
      @BeanParam SampleParameters parameters) {
    var job =
        live.job(jobId)
            .orElseThrow(() ->
                ApiError.notFound(
                    "job " + jobId + " is unknown: GET /api/jobs lists those there are"));
    var form =
        ExportFormat.of(format)
            .orElseThrow(() ->
                ApiError.badRequest(
                    "format " + format + " is unknown, expected one of " + ExportFormat.words()));
    var filter = parameters.filter(jobId);
    StreamingOutput body =
        stream -> {
          var out =
              new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
          var sink = form.to(out, metrics(job));
          samples.each(filter, sink::write);
          sink.end();
          out.flush();
        };
    return Response.ok(body, form.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + jobId + "." + form.ending() + "\"")
        .build();
  }

  private static List<String> metrics(JobView job) {
    return job.tasks().stream().flatMap(task -> task.metrics().stream()).distinct().toList();
  }
}
