package io.assay.producer.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.dataset.Dataset;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.dataset.Item;
import io.assay.producer.media.SampleMedia;
import io.assay.producer.template.Template;
import io.assay.tasks.type.Capability;
import io.assay.tasks.type.TaskType;
import io.assay.tasks.type.TaskTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the samples of one task into requests.
public final class PromptMaker {

  private final TaskSpec task;
  private final TaskType type;
  private final Dataset dataset;
  private final SampleMedia media;
  private final Slices slices;
  private final @Nullable Template template;
  private final String examples;
  private int examplesLength; // 0 while the examples themselves are read

  private PromptMaker(TaskSpec task, Dataset.Files files) {
    this.task = task;
    this.type = TaskTypes.get(task.type());
    this.slices = new Slices(task.slices());
    this.media = SampleMedia.of(type.media(), task.dataset().path(), files);
    this.dataset = Dataset.of(task, kind(type), this::problemWith, files);
    String written = task.prompt().template();
    this.template = written == null || !type.rendersText() ? null : Template.of(written);
    this.examples =
        type.rendersText()
            ? Objects.requireNonNullElse(task.prompt().preamble(), "")
                + FewShots.text(dataset, task, type, template)
            : "";
    this.examplesLength = examples.length();
  }

  /// Prepares a task: reads its few-shot examples and parses its template.
  ///
  /// @throws DatasetException where the examples cannot be read
  /// @throws IllegalArgumentException where a template or the task type is wrong
  public static PromptMaker of(TaskSpec task, Dataset.Files files) {
    return new PromptMaker(task, files);
  }

  /// The task.
  public TaskSpec task() {
    return task;
  }

  /// The task's dataset.
  public Dataset dataset() {
    return dataset;
  }

  /// The task's type.
  public TaskType type() {
    return type;
  }

  /// The task's template, if it has one.
  public @Nullable Template template() {
    return template;
  }

  private static Dataset.Kind kind(TaskType type) {
    if (type.media().any()) {
      return Dataset.Kind.MEDIA;
    }
    return type.capability() == Capability.EMBED ? Dataset.Kind.NUMERIC_TARGETS : Dataset.Kind.TEXT;
  }

  /// What is wrong with a sample for this task, its files included.
  public Optional<String> problemWith(Sample sample) {
    return SampleBounds.problem(sample, examplesLength)
        .or(() -> type.problemWith(sample, task))
        .or(() -> media.problem(sample));
  }

  /// An item's sample as a prompt has it: its files are in the blob store, its slices are named.
  ///
  /// @throws DatasetException where one of the files cannot be stored
  public Sample stored(Item.Good item) {
    return media.stored(item.sample()).in(slices(item));
  }

  /// The names of the slices that an item is in.
  ///
  /// @throws IllegalArgumentException where a field of it names no slice
  public List<String> slices(Item.Good item) {
    return slices.of(item);
  }

  /// What a model is asked for an item.
  ///
  /// @param stored the item's sample, of [#stored]
  public ModelRequest request(Item.Good item, Sample stored, int epoch) {
    return type.request(stored, rendered(item), task, epoch);
  }

  /// Renders an item only to see whether that works.
  ///
  /// @param unknown gets the names that the template looked up in vain
  public void tryOut(Item.Good item, Set<String> unknown) {
    if (template != null) {
      template.render(item.row(), item.sample(), unknown);
    }
  }

  private String rendered(Item.Good item) {
    if (!type.rendersText()) {
      return "";
    }
    return examples
        + (template == null
            ? inputText(item.sample())
            : template.render(item.row(), item.sample()));
  }

  static String inputText(Sample sample) {
    if (!sample.input().isArray()) {
      return text(sample.input());
    }
    var parts = new ArrayList<String>();
    sample.input().forEach(part -> parts.add(text(part)));
    return String.join("\n", parts);
  }

  private static String text(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
