package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record that could not be handled, on `assay.dead-letters`, with all that is needed to see why
/// and to put it back.
///
/// @param topic where it was read
/// @param partition the partition there
/// @param offset the offset there
/// @param originalKey its key
/// @param originalValue its value as text
/// @param stage which service gave up
/// @param cause why, in words
/// @param at when
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    @Nullable String originalKey,
    @Nullable String originalValue,
    String stage,
    String cause,
    Instant at)
    implements Event {

  public DeadLetter {
    Require.text(topic, "topic");
    Require.text(stage, "stage");
    Require.text(cause, "cause");
    Require.present(at, "at");
  }

  @Override
  public String recordKey() {
    return originalKey == null ? Keys.join(topic, partition + "@" + offset) : originalKey;
  }
}
