package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.assay.contracts.spec.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came back for one prompt, on `assay.outputs`. The topic is a table by sample key: a second
/// output of a sample replaces the first; a judge's output has a key of its own. It holds its
/// prompt, so that it can be scored again.
///
/// @param outputId unique; a score names the output that it judged
/// @param prompt what was asked
/// @param completion how the call ended
/// @param timing how long it took
/// @param attempts calls made for it, 0 if none was
/// @param deliveryCount how often the queue had handed out the prompt, 1 normally
/// @param worker which worker called
/// @param at when the call ended
/// @param call what else is known of the call; absent where nothing is
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Output(
    String outputId,
    Prompt prompt,
    Completion completion,
    Timing timing,
    int attempts,
    int deliveryCount,
    String worker,
    Instant at,
    @Nullable CallRecord call)
    implements Event {

  /// Durations in milliseconds, measured apart.
  ///
  /// @param queueWait from the prompt's issue to its taking up
  /// @param limitWait spent waiting for a free place at the provider
  /// @param firstToken from the call's start to the first token; absent if not streamed
  /// @param call from the call's start to its end, over all attempts
  /// @param tokenGapP50 the median pause between the parts of a streamed answer
  /// @param tokenGapP95 the 95th percentile of these pauses
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Timing(
      double queueWait,
      double limitWait,
      @Nullable Double firstToken,
      double call,
      @Nullable Double tokenGapP50,
      @Nullable Double tokenGapP95) {
    /// Of an answer that was not streamed in parts.
    public Timing(double queueWait, double limitWait, @Nullable Double firstToken, double call) {
      this(queueWait, limitWait, firstToken, call, null, null);
    }
  }

  /// Nothing else is known of the call.
  public Output(
      String outputId,
      Prompt prompt,
      Completion completion,
      Timing timing,
      int attempts,
      int deliveryCount,
      String worker,
      Instant at) {
    this(outputId, prompt, completion, timing, attempts, deliveryCount, worker, at, null);
  }

  public Output {
    Require.text(outputId, "outputId");
    Require.present(prompt, "prompt of output " + outputId);
    Require.present(completion, "completion of output " + outputId);
    Require.present(timing, "timing of output " + outputId);
    Require.present(at, "at of output " + outputId);
    worker = worker == null ? "" : worker;
  }

  /// Whose it is.
  @com.fasterxml.jackson.annotation.JsonIgnore
  public SampleKey key() {
    return prompt.key();
  }

  @Override
  public String recordKey() {
    return prompt.recordKey();
  }
}
