package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a user submits, after its parameters are filled in and its shorthands are spelled out:
/// models × tasks, with limits and gates.
///
/// @param name what people call it
/// @param description what it is for
/// @param models what is compared, each with all that a worker needs to call it
/// @param judges models that metrics ask about the answers; empty where no metric does
/// @param tasks what is asked, at least one
/// @param limits the bounds of the job
/// @param gates conditions on final metrics
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JobDocument(
    String name,
    @Nullable String description,
    List<ModelSpec> models,
    List<ModelSpec> judges,
    List<TaskSpec> tasks,
    Limits limits,
    List<Gate> gates) {

  public JobDocument {
    Require.text(name, "name");
    models = List.copyOf(Require.some(models, "models"));
    judges = judges == null ? List.of() : List.copyOf(judges);
    tasks = List.copyOf(Require.some(tasks, "tasks"));
    limits = limits == null ? Limits.NONE : limits;
    gates = gates == null ? List.of() : List.copyOf(gates);
    unique(models.stream().map(ModelSpec::id).toList(), "model id");
    unique(judges.stream().map(ModelSpec::id).toList(), "judge id");
    unique(tasks.stream().map(TaskSpec::name).toList(), "task name");
  }

  /// A job whose metrics ask no other model.
  public JobDocument(
      String name,
      @Nullable String description,
      List<ModelSpec> models,
      List<TaskSpec> tasks,
      Limits limits,
      List<Gate> gates) {
    this(name, description, models, List.of(), tasks, limits, gates);
  }

  private static void unique(List<String> names, String what) {
    var seen = new HashSet<String>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(what + " " + name + " appears twice");
      }
    }
  }
}
