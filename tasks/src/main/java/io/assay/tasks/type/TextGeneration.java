package io.assay.tasks.type;

import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.ModelRequest.ChatMessage;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.metric.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A model writes a text: answers, solutions, summaries, code. A sample's target is a text, a
/// number, or a list of accepted ones; it may be absent where no metric reads it.
final class TextGeneration implements TaskType {

  @Override
  public String name() {
    return "text-generation";
  }

  @Override
  public String summary() {
    return "The model writes a text, which is compared with what is expected.";
  }

  @Override
  public Capability capability() {
    return Capability.GENERATE_TEXT;
  }

  @Override
  public boolean rendersText() {
    return true;
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("exact_match");
  }

  @Override
  public Optional<String> problemWith(Sample sample, TaskSpec task) {
    boolean absent = sample.target() == null || sample.target().isNull();
    return absent && task.metrics().stream().anyMatch(Metrics::needsTarget)
        ? Optional.of("sample " + sample.id() + " has no target, but a metric compares with it")
        : Optional.empty();
  }

  @Override
  public ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch) {
    return ask(rendered, task, epoch);
  }

  /// A text is asked for, after the task's system message if it has one.
  static ModelRequest ask(String rendered, TaskSpec task, int epoch) {
    var messages = new ArrayList<ChatMessage>();
    String system = task.prompt().system();
    if (system != null && !system.isBlank()) {
      messages.add(new ChatMessage("system", system));
    }
    messages.add(new ChatMessage("user", rendered));
    return new ModelRequest.GenerateText(messages, settings(task.generation(), epoch));
  }

  /// Repeats differ by their seed; the first one has the document's own.
  static GenerationSettings settings(GenerationSettings given, int epoch) {
    Long seed = given.seed();
    return seed == null || epoch == 1 ? given : given.withSeed(seed + epoch - 1);
  }
}
