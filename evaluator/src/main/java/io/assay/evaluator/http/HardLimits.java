package io.assay.evaluator.http;

import java.util.OptionalInt;
import java.util.OptionalLong;

/// Limits of an endpoint that hold over all workers together.
///
/// @param requestsPerMinute attempts that may begin in a minute
/// @param tokensPerMinute tokens, input and output, that they may use in a minute
/// @param maxInFlight attempts that may be under way at once
public record HardLimits(
    OptionalLong requestsPerMinute, OptionalLong tokensPerMinute, OptionalInt maxInFlight) {

  /// None.
  public static final HardLimits NONE =
      new HardLimits(OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty());
}
