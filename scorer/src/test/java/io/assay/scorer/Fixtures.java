package io.assay.scorer;

import com.fasterxml.jackson.databind.node.TextNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Job;
import io.assay.contracts.event.Judging;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Output;
import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Sample;
import io.assay.contracts.event.SampleKey;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.Limits;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.contracts.wire.EventHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Jobs and outputs for tests.
public final class Fixtures {

  /// The one task of [#job].
  public static final String TASK = "arithmetic";

  private static final List<MetricSpec> METRICS =
      List.of(MetricSpec.of("exact_match"), MetricSpec.of("token_f1"));

  private Fixtures() {}

  /// A job of one task, measured by exact match and token F1.
  public static Job job(String jobId, Job.State state, Map<String, Long> issued, String... models) {
    return job(jobId, state, false, issued, METRICS, models);
  }

  /// A job measured by other metrics, which may have been cancelled.
  public static Job job(
      String jobId,
      Job.State state,
      boolean cancelled,
      Map<String, Long> issued,
      List<MetricSpec> metrics,
      String... models) {
    var specs = Stream.of(models).map(Fixtures::model).toList();
    var dataset = DatasetSpec.file("x.jsonl");
    var task =
        new TaskSpec(
            TASK,
            "text-generation",
            dataset,
            FieldMapping.DEFAULTS,
            PromptSpec.DEFAULTS,
            GenerationSettings.DEFAULTS,
            metrics,
            1);
    return new Job(
        jobId,
        new JobDocument("test", null, specs, List.of(task), Limits.NONE, List.of()),
        "",
        null,
        state,
        cancelled,
        false,
        Map.of(),
        issued,
        List.of(),
        null,
        Instant.now(),
        null,
        null);
  }

  /// A model that is asked at a fake provider.
  public static ModelSpec model(String id) {
    return new ModelSpec(id, "fake", id, null, null, "default", Map.of(), null);
  }

  /// The key of a sample of [#TASK].
  public static SampleKey key(String jobId, String model, int sample) {
    return new SampleKey(jobId, model, TASK, "sample-" + sample, 1);
  }

  /// An output whose sample expects `target`.
  public static Output output(SampleKey key, String target, Completion completion) {
    return output(key, target, completion, METRICS);
  }

  /// An output judged by other metrics.
  public static Output output(
      SampleKey key, String target, Completion completion, List<MetricSpec> metrics) {
    return output(key, target, completion, metrics, null);
  }

  /// An output that judges are asked about.
  public static Output output(
      SampleKey key,
      String target,
      Completion completion,
      List<MetricSpec> metrics,
      @Nullable Judging judging) {
    var sample =
        new Sample(
            key.sampleId(), TextNode.valueOf("6 * 7?"), TextNode.valueOf(target), null, Map.of());
    var request =
        new ModelRequest.GenerateText(
            List.of(new ModelRequest.ChatMessage("user", "6 * 7?")), GenerationSettings.DEFAULTS);
    var prompt =
        new Prompt(
            key,
            "text-generation",
            model(key.modelId()),
            request,
            sample,
            metrics,
            null,
            null,
            judging,
            Instant.now());
    return output(prompt, completion);
  }

  /// What came back for a prompt.
  public static Output output(Prompt prompt, Completion completion) {
    return new Output(
        EventHeaders.randomId(),
        prompt,
        completion,
        new Output.Timing(1, 0, null, 12.5),
        1,
        1,
        "worker",
        Instant.now());
  }

  /// A model's answer.
  public static Completion answer(String text) {
    return new Completion.Answered(
        new Answer.Text(text), "stop", new Completion.Usage(10L, 5L, 0.001), null);
  }
}
