package io.assay.tasks.type;

import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.TaskSpec;
import io.assay.tasks.code.CodeTasks;
import java.util.List;
import java.util.Optional;

/// A model writes a program, which runs against the sample's tests. What a sample holds is said in
/// [io.assay.tasks.code.CodeProblem].
final class CodeGeneration implements TaskType {

  private final TaskType text = new TextGeneration();

  @Override
  public String name() {
    return "code-generation";
  }

  @Override
  public String summary() {
    return "The model writes a program, which is run against tests.";
  }

  @Override
  public Capability capability() {
    return text.capability();
  }

  @Override
  public boolean rendersText() {
    return text.rendersText();
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("pass@1");
  }

  @Override
  public Optional<String> problemWith(Sample sample, TaskSpec task) {
    return CodeTasks.problemWith(sample, task).or(() -> text.problemWith(sample, task));
  }

  @Override
  public ModelRequest request(Sample sample, String rendered, TaskSpec task, int epoch) {
    return text.request(sample, rendered, task, epoch);
  }
}
