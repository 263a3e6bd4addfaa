package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// One thing that the models are asked to do, and how it is judged.
///
/// @param name what results call it; unique in the job
/// @param type the task type: `text-generation`, `embedding`, …
/// @param dataset where its samples come from
/// @param fields which fields of a row are what
/// @param prompt how a sample becomes a prompt
/// @param generation how the model generates
/// @param metrics what is measured, at least one
/// @param epochs how often each sample is asked, 1 or more
/// @param slices how its samples are divided for metrics of each part; not at all if empty
/// @param models ids of the models that are asked; all of the job if empty
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskSpec(
    String name,
    String type,
    DatasetSpec dataset,
    FieldMapping fields,
    PromptSpec prompt,
    GenerationSettings generation,
    List<MetricSpec> metrics,
    int epochs,
    List<SliceSpec> slices,
    List<String> models) {

  /// A task for all models, whose samples are not divided.
  public TaskSpec(
      String name,
      String type,
      DatasetSpec dataset,
      FieldMapping fields,
      PromptSpec prompt,
      GenerationSettings generation,
      List<MetricSpec> metrics,
      int epochs) {
    this(name, type, dataset, fields, prompt, generation, metrics, epochs, List.of(), List.of());
  }

  public TaskSpec {
    Require.text(name, "task name");
    Require.text(type, "type of task " + name);
    Require.present(dataset, "dataset of task " + name);
    fields = fields == null ? FieldMapping.DEFAULTS : fields;
    prompt = prompt == null ? PromptSpec.DEFAULTS : prompt;
    generation = generation == null ? GenerationSettings.DEFAULTS : generation;
    metrics = List.copyOf(Require.some(metrics, "metrics of task " + name));
    epochs = epochs == 0 ? 1 : epochs;
    Require.atLeast(1, epochs, "epochs of task " + name);
    slices = slices == null ? List.of() : List.copyOf(slices);
    models = models == null ? List.of() : List.copyOf(models);
  }

  /// Whether a model of the job is asked.
  public boolean asks(String modelId) {
    return models.isEmpty() || models.contains(modelId);
  }

  /// The same with its files elsewhere.
  public TaskSpec at(DatasetSpec otherDataset, PromptSpec otherPrompt) {
    return new TaskSpec(
        name, type, otherDataset, fields, otherPrompt, generation, metrics, epochs, slices, models);
  }

  /// The same with other metrics.
  public TaskSpec measuring(List<MetricSpec> others) {
    return new TaskSpec(
        name, type, dataset, fields, prompt, generation, others, epochs, slices, models);
  }
}
