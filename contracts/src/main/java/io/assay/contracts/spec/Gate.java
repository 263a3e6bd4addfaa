package io.assay.contracts.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A condition on a final metric that decides whether a job passes.
///
/// @param metric the metric's name in the results
/// @param model the model that must meet it; every model if absent
/// @param task the task whose metric is meant; every task that has it if absent
/// @param slice the slice whose metric is meant, such as `language=de`; all samples if absent
/// @param op the comparison
/// @param value what the metric is compared with
/// @param on which number is compared: the estimate, or the end of its interval that is nearer to
///   failing (`bound`); the estimate if absent
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Gate(
    String metric,
    @Nullable String model,
    @Nullable String task,
    @Nullable String slice,
    Op op,
    double value,
    On on) {

  /// How a metric is compared, written as in mathematics.
  public enum Op {
    @com.fasterxml.jackson.annotation.JsonProperty(">=")
    AT_LEAST,
    @com.fasterxml.jackson.annotation.JsonProperty(">")
    ABOVE,
    @com.fasterxml.jackson.annotation.JsonProperty("<=")
    AT_MOST,
    @com.fasterxml.jackson.annotation.JsonProperty("<")
    BELOW;

    /// Whether `actual` compares with `bound` as this says.
    public boolean holds(double actual, double bound) {
      return switch (this) {
        case AT_LEAST -> actual >= bound;
        case ABOVE -> actual > bound;
        case AT_MOST -> actual <= bound;
        case BELOW -> actual < bound;
      };
    }

    /// Whether larger numbers are nearer to passing.
    public boolean wantsMore() {
      return this == AT_LEAST || this == ABOVE;
    }
  }

  /// Which number of a metric is compared.
  public enum On {
    @com.fasterxml.jackson.annotation.JsonProperty("estimate")
    ESTIMATE,
    @com.fasterxml.jackson.annotation.JsonProperty("bound")
    BOUND
  }

  public Gate {
    Require.text(metric, "gate metric");
    Require.present(op, "op of the gate on " + metric);
    on = on == null ? On.ESTIMATE : on;
  }
}
