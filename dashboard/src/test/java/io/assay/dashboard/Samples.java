package io.assay.dashboard;

import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Checkpoint;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Counts;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.MetricSnapshot;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Progress;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Sample;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.event.Score;
import io.assay.contracts.event.Status;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.Limits;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Events of small jobs.
public final class Samples {

  /// When everything in here happened.
  public static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  public static final String TASK = "sums";
  public static final String METRIC = "exact_match";
  private static final MetricSpec EXACT = MetricSpec.of(METRIC);

  private Samples() {}

  public static SampleKey key(String job, String model, int sample) {
    return new SampleKey(job, model, TASK, "s" + sample, 1);
  }

  public static Output output(SampleKey key, String outputId, Completion completion) {
    var input = "What is 2 + " + key.sampleId() + "?";
    var prompt =
        new Prompt(
            key,
            "text-generation",
            model(key.modelId()),
            new ModelRequest.GenerateText(
                List.of(
                    new ModelRequest.ChatMessage("system", "Answer with a number."),
                    new ModelRequest.ChatMessage("user", input)),
                GenerationSettings.DEFAULTS),
            new Sample(
                key.sampleId(),
                TextNode.valueOf(input),
                TextNode.valueOf("42"),
                null,
                Map.of(),
                List.of("parity=" + parity(key.sampleId()))),
            List.of(EXACT),
            null,
            null,
            AT);
    return new Output(
        outputId, prompt, completion, new Output.Timing(3, 0, null, 12.5), 1, 1, "worker-1", AT);
  }

  private static String parity(String sampleId) {
    return (sampleId.charAt(sampleId.length() - 1) - '0') % 2 == 0 ? "even" : "odd";
  }

  public static Output output(SampleKey key, String outputId, String text) {
    return output(key, outputId, answered(text));
  }

  public static Completion answered(String text) {
    return new Completion.Answered(
        new Answer.Text(text), "stop", new Completion.Usage(20L, 5L, null), "m-1");
  }

  public static Score score(SampleKey key, String outputId, double value) {
    return score(
        key,
        outputId,
        Status.SCORED,
        List.of(new Contribution(EXACT, value, List.of(value), null, Map.of(), "read 42")),
        null);
  }

  public static Score unscored(SampleKey key, String outputId, Status status, String reason) {
    return score(key, outputId, status, List.of(), reason);
  }

  private static Score score(
      SampleKey key,
      String outputId,
      Status status,
      List<Contribution> contributions,
      @Nullable String reason) {
    return new Score(
        key,
        outputId,
        status,
        key.sampleId(),
        contributions,
        reason,
        12.5,
        Completion.Usage.UNKNOWN,
        false,
        AT);
  }

  private static ModelSpec model(String id) {
    return new ModelSpec(id, "fake", id, null, null, "default", Map.of(), null);
  }

  public static Job job(String id, Job.State state, String... models) {
    var task =
        new TaskSpec(
            TASK,
            "text-generation",
            DatasetSpec.file("sums.jsonl"),
            FieldMapping.DEFAULTS,
            PromptSpec.DEFAULTS,
            GenerationSettings.DEFAULTS,
            List.of(EXACT),
            1);
    var document =
        new JobDocument(
            "Sums of " + id,
            "adds",
            Stream.of(models).map(Samples::model).toList(),
            List.of(task),
            Limits.NONE,
            List.of());
    boolean ended = state.ended();
    return new Job(
        id,
        document,
        "name: Sums of " + id,
        null,
        state,
        false,
        false,
        Map.of(),
        Map.of(),
        List.of(),
        null,
        AT,
        state == Job.State.QUEUED ? null : AT,
        ended ? AT.plusSeconds(10) : null);
  }

  public static Checkpoint checkpoint(String job, String model, long issued, long total) {
    return new Checkpoint(
        job, Map.of(model, new Checkpoint.Position(issued, total, issued == total)));
  }

  public static Progress progress(String job, String model, long scored, int finalMetrics) {
    return new Progress(
        job,
        model,
        new Counts(scored, 1, 0, 0, 0, 0, 0),
        Map.of(),
        0,
        10.0,
        20.0,
        Completion.Usage.UNKNOWN,
        finalMetrics > 0,
        finalMetrics,
        AT.plusSeconds(scored));
  }

  public static MetricSnapshot metric(
      String job, String model, double value, long n, boolean last) {
    return metric(job, model, MetricSnapshot.ALL, value, n, last);
  }

  public static MetricSnapshot metric(
      String job, String model, String slice, double value, long n, boolean last) {
    return new MetricSnapshot(
        job,
        model,
        TASK,
        slice,
        METRIC,
        METRIC + "|v1",
        value,
        value - 0.1,
        value + 0.1,
        0.95,
        "wilson",
        n,
        1,
        value - 0.2,
        value + 0.2,
        true,
        null,
        last,
        AT.plusSeconds(n));
  }
}
