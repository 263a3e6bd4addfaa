package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.Require;

/// What asking judges took.
///
/// @param calls how many answers of theirs were used
/// @param usage what those calls used together
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consulted(long calls, Completion.Usage usage) {

  /// No judge was asked.
  public static final Consulted NONE = new Consulted(0, Completion.Usage.UNKNOWN);

  public Consulted {
    Require.atLeast(0, calls, "calls of judges");
    usage = usage == null ? Completion.Usage.UNKNOWN : usage;
  }
}
