package io.assay.standalone.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.assay.contracts.event.Consulted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job as the server shows it; the parts that the command line prints.
///
/// @param settled whether it has ended and all its final metrics are here
/// @param failOnError the share of samples without a score that the job allows
public record JobView(
    String jobId,
    String name,
    String state,
    boolean settled,
    @Nullable String message,
    @Nullable Double seconds,
    double failOnError,
    List<Task> tasks,
    List<Verdict> verdicts,
    List<Model> models) {

  public JobView {
    tasks = tasks == null ? List.of() : List.copyOf(tasks);
    verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
    models = models == null ? List.of() : List.copyOf(models);
  }

  /// A task of the job with the names of its metrics, the first of which stands for it.
  public record Task(String name, String type, List<String> metrics) {}

  /// How a gate came out.
  public record Verdict(String gate, String modelId, boolean passed, @Nullable Double actual) {}

  /// One model's progress and metrics.
  ///
  /// @param consulted what judges used for its answers; absent where none was asked
  public record Model(
      String id,
      Counts counts,
      long redelivered,
      @Nullable Double rate,
      @Nullable Double etaSeconds,
      @Nullable Double callP50,
      @Nullable Double callP95,
      @Nullable Consulted consulted,
      List<Metric> metrics) {
    public Model {
      metrics = metrics == null ? List.of() : List.copyOf(metrics);
    }
  }

  /// Prompts by status; all but `total` add up to `issued`.
  public record Counts(
      long issued,
      long total,
      long inFlight,
      long scored,
      long failedByModel,
      long failedByInfrastructure,
      long timedOut,
      long overLimit,
      long skipped,
      long deadLettered) {

    /// Settled without a score.
    @JsonIgnore
    public long missing() {
      return failedByModel + failedByInfrastructure + timedOut + overLimit + skipped + deadLettered;
    }

    /// With a final status.
    @JsonIgnore
    public long settled() {
      return scored + missing();
    }

    /// As the command line's JSON names them.
    @JsonIgnore
    public Map<String, Long> byStatus() {
      var counts = new java.util.LinkedHashMap<String, Long>();
      counts.put("issued", issued);
      counts.put("scored", scored);
      counts.put("failedByModel", failedByModel);
      counts.put("failedByInfrastructure", failedByInfrastructure);
      counts.put("timedOut", timedOut);
      counts.put("overLimit", overLimit);
      counts.put("skipped", skipped);
      counts.put("deadLettered", deadLettered);
      return counts;
    }
  }

  /// A metric with its interval.
  public record Metric(
      String task,
      String slice,
      String name,
      String signature,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      long n,
      long missing,
      boolean last) {}
}
