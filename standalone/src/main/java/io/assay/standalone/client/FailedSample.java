package io.assay.standalone.client;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A sample that ended without a score.
///
/// @param status how it ended, as the server names it
/// @param reason why, where the server knows
public record FailedSample(
    String model, String task, String sampleId, int epoch, String status, @Nullable String reason) {

  /// The status as people read it: `failed infra`.
  public String ended() {
    return status.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
