package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.spec.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who judges a sample's answers, where a metric asks other models. Judges are asked through the
/// same queues as the models that they judge: a judge's prompt is the sample's prompt with the
/// judge in the model's place and an [Inquiry].
///
/// @param judges how the judges are reached; metrics name them by their ids
/// @param rivals ids of the models whose answers to the sample are compared with each other, the
///   prompt's own included; empty where no metric compares
/// @param inquiry what a judge is asked for; absent in prompts to the models under test
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Judging(List<ModelSpec> judges, List<String> rivals, @Nullable Inquiry inquiry) {

  public Judging {
    judges = List.copyOf(Require.some(judges, "judges"));
    rivals = rivals == null ? List.of() : List.copyOf(rivals);
  }

  /// The same with what is asked next.
  public Judging asking(Inquiry next) {
    return new Judging(judges, rivals, next);
  }
}
