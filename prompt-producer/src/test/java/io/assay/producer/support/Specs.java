package io.assay.producer.support;

import io.assay.contracts.event.Job;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.JobDocument;
import io.assay.contracts.spec.Limits;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.SliceSpec;
import io.assay.contracts.spec.TaskSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Specifications for tests, with little to say.
public final class Specs {

  private Specs() {}

  /// A dataset of one file.
  public static DatasetSpec file(String path) {
    return new DatasetSpec(null, path, List.of(), null, null, null, null, null, null, null);
  }

  /// A dataset of one file, some of it, in some order.
  public static DatasetSpec file(String path, @Nullable Long limit, @Nullable Long seed) {
    return new DatasetSpec(null, path, List.of(), null, null, null, null, null, limit, seed);
  }

  /// Input `question`, target `answer`.
  public static FieldMapping fields(@Nullable String id) {
    return new FieldMapping(List.of("question"), "answer", null, id, null, List.of());
  }

  /// A task that generates text.
  public static TaskSpec task(DatasetSpec dataset, FieldMapping fields, @Nullable String template) {
    return task(dataset, fields, new PromptSpec(template, null, null), 1);
  }

  /// A task that generates text.
  public static TaskSpec task(
      DatasetSpec dataset, FieldMapping fields, PromptSpec prompt, int epochs) {
    return new TaskSpec(
        "qa",
        "text-generation",
        dataset,
        fields,
        prompt,
        GenerationSettings.DEFAULTS,
        List.of(MetricSpec.of("exact_match")),
        epochs);
  }

  /// The same task, divided.
  public static TaskSpec sliced(TaskSpec task, SliceSpec... slices) {
    return new TaskSpec(
        task.name(),
        task.type(),
        task.dataset(),
        task.fields(),
        task.prompt(),
        task.generation(),
        task.metrics(),
        task.epochs(),
        List.of(slices),
        task.models());
  }

  /// A task that embeds.
  public static TaskSpec embedding(DatasetSpec dataset, FieldMapping fields) {
    return new TaskSpec(
        "sim",
        "embedding",
        dataset,
        fields,
        PromptSpec.DEFAULTS,
        GenerationSettings.DEFAULTS,
        List.of(MetricSpec.of("cosine_spearman")),
        1);
  }

  /// A model of the fake provider.
  public static ModelSpec model(String id) {
    return new ModelSpec(id, "fake", id, null, null, ModelSpec.DEFAULT_POOL, Map.of(), null);
  }

  /// A queued job of fake models.
  public static Job job(String id, Map<String, Long> totals, TaskSpec task, Limits limits) {
    var models = new ArrayList<ModelSpec>();
    totals.keySet().stream().sorted().forEach(model -> models.add(model(model)));
    var document = new JobDocument("test", null, models, List.of(task), limits, List.of());
    return new Job(
        id,
        document,
        "",
        null,
        Job.State.QUEUED,
        false,
        false,
        totals,
        Map.of(),
        List.of(),
        null,
        Instant.EPOCH,
        null,
        null);
  }
}
