package io.assay.dashboard.api;

import io.assay.contracts.event.Job;
import io.assay.contracts.event.SampleKey;
import io.assay.dashboard.live.JobView;
import io.assay.dashboard.live.LiveState;
import io.assay.dashboard.store.CurveTable;
import io.assay.dashboard.store.SampleDetail;
import io.assay.dashboard.store.SampleReader;
import io.assay.dashboard.store.SampleRow;
import io.assay.dashboard.store.Store;
import io.assay.dashboard.store.StoreException;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Jobs and their samples, as far as they have got.
@Path("/api/jobs")
@Tag(name = "jobs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class JobsResource {

  /// A job that was just submitted is still on its way through Kafka.
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

  private static final int MAX_LIMIT = 500;

  private final LiveState live;
  private final Store store;
  private final SampleReader samples;

  @Inject
  JobsResource(LiveState live, Store store) {
    this.live = live;
    this.store = store;
    this.samples = new SampleReader(store);
  }

  /// Settling curves.
  ///
  /// @param points in the order of models, then of n
  public record Series(List<LiveState.CurvePoint> points) {}

  /// The list of jobs, the latest first.
  @GET
  @Operation(summary = "Jobs, the latest first")
  public LiveState.JobPage list(
      @RestQuery @Nullable List<String> state,
      @RestQuery @DefaultValue("") String q,
      @RestQuery @DefaultValue("0") int offset,
      @RestQuery @DefaultValue("100") int limit) {
    return live.jobs(
        states(state),
        q.strip(),
        SampleParameters.atLeast(0, offset, "offset"),
        Math.min(MAX_LIMIT, SampleParameters.atLeast(1, limit, "limit")));
  }

  private static Set<Job.State> states(@Nullable List<String> names) {
    var states = EnumSet.noneOf(Job.State.class);
    if (names != null) {
      names.stream()
          .flatMap(text -> Arrays.stream(text.split(",", -1)))
          .filter(text -> !text.isBlank())
          .map(JobsResource::state)
          .forEach(states::add);
    }
    return states;
  }

  private static Job.State state(String name) {
    try {
      return Job.State.valueOf(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw ApiError.badRequest(
          "state " + name + " is unknown, expected one of " + List.of(Job.State.values()));
    }
  }

  /// A job with its metrics.
  @GET
  @Path("{jobId}")
  @Operation(summary = "A job with its counts, metrics and document")
  public JobView job(@RestPath String jobId) {
    return known(jobId);
  }

  private JobView known(String jobId) {
    long until = System.nanoTime() + ON_ITS_WAY.toNanos();
    var job = live.job(jobId);
    while (job.isEmpty() && System.nanoTime() < until && pause()) {
      job = live.job(jobId);
    }
    return job.orElseThrow(() ->
        ApiError.notFound("job " + jobId + " is unknown: GET /api/jobs lists those there are"));
  }

  private static boolean pause() {
    try {
      Thread.sleep(20);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// A part of a job's samples.
  @GET
  @Path("{jobId}/samples")
  @Operation(summary = "Samples of a job, part by part")
  public SampleRow.Page samples(@RestPath String jobId, @BeanParam SampleParameters parameters) {
    known(jobId);
    return samples.page(parameters.filter(jobId));
  }

  /// One sample with everything.
  @GET
  @Path("{jobId}/sample")
  @Operation(summary = "One sample: prompt, output, target, scores, timing")
  public SampleDetail sample(
      @RestPath String jobId,
      @RestQuery @Nullable String model,
      @RestQuery @Nullable String task,
      @RestQuery @Nullable String sample,
      @RestQuery @DefaultValue("1") int epoch) {
    var key =
        new SampleKey(
            jobId,
            given(model, "model"),
            given(task, "task"),
            given(sample, "sample"),
            SampleParameters.atLeast(1, epoch, "epoch"));
    return samples
        .one(key)
        .orElseThrow(() -> ApiError.notFound("sample " + key.text() + " has no output yet"));
  }

  private static String given(@Nullable String value, String name) {
    return Optional.ofNullable(value)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> ApiError.badRequest("the query parameter " + name + " is missing"));
  }

  /// How metrics settled.
  @GET
  @Path("{jobId}/series")
  @Operation(summary = "Settling curves: a metric and its interval over n, at most 300 points each")
  public Series series(
      @RestPath String jobId,
      @RestQuery @DefaultValue("") String task,
      @RestQuery @DefaultValue("") String metric) {
    known(jobId);
    return new Series(live.series(jobId, task, metric, CurveTable.of(store, jobId)));
  }

  @ServerExceptionMapper
  RestResponse<ApiError> unusable(StoreException e) {
    return RestResponse.status(RestResponse.Status.SERVICE_UNAVAILABLE, error(e));
  }

  @ServerExceptionMapper
  RestResponse<ApiError> invalid(IllegalArgumentException e) {
    return RestResponse.status(RestResponse.Status.BAD_REQUEST, error(e));
  }

  private static ApiError error(Exception e) {
    return new ApiError(String.valueOf(e.getMessage()));
  }
}
