package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.assay.contracts.spec.Require;
import org.jspecify.annotations.Nullable;

/// How a call ended. A failure is data: it settles the prompt, is never dropped and is never scored
/// as an answer.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Completion.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = Completion.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = Completion.Unavailable.class, name = "unavailable"),
  @JsonSubTypes.Type(value = Completion.TimedOut.class, name = "timed-out"),
  @JsonSubTypes.Type(value = Completion.OverLimit.class, name = "over-limit"),
  @JsonSubTypes.Type(value = Completion.Skipped.class, name = "skipped"),
  @JsonSubTypes.Type(value = Completion.Abandoned.class, name = "abandoned"),
})
public sealed interface Completion {

  /// The model answered.
  ///
  /// @param answer what it gave back
  /// @param finishReason `stop`, `length`, … as the provider reports it
  /// @param usage what it used
  /// @param reportedModel the model and version that the provider says answered
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answered(
      Answer answer, @Nullable String finishReason, Usage usage, @Nullable String reportedModel)
      implements Completion {
    public Answered {
      Require.present(answer, "answer");
      usage = usage == null ? Usage.UNKNOWN : usage;
    }
  }

  /// The model or its provider declined this request; asking again would not help.
  record Refused(String reason) implements Completion {}

  /// Every attempt failed for a reason that lies not in the request.
  record Unavailable(int attempts, String lastError) implements Completion {}

  /// No answer within the time limit.
  record TimedOut(int attempts, String lastError) implements Completion {}

  /// Not asked, because a limit was reached.
  record OverLimit(String reason) implements Completion {}

  /// Not asked, because the job was cancelled.
  record Skipped(String reason) implements Completion {}

  /// Given up after so many deliveries without an outcome.
  record Abandoned(int deliveries, String reason) implements Completion {}

  /// What a call used. Unknown parts are absent, not zero.
  ///
  /// @param inputTokens tokens read, cached ones included
  /// @param outputTokens tokens written, those of its reasoning included
  /// @param cost US dollars
  /// @param cachedTokens input tokens that the provider had cached
  /// @param reasoningTokens output tokens that the model thought in
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Usage(
      @Nullable Long inputTokens,
      @Nullable Long outputTokens,
      @Nullable Double cost,
      @Nullable Long cachedTokens,
      @Nullable Long reasoningTokens) {
    /// Nothing cached, nothing thought.
    public Usage(@Nullable Long inputTokens, @Nullable Long outputTokens, @Nullable Double cost) {
      this(inputTokens, outputTokens, cost, null, null);
    }

    /// Nothing reported.
    public static final Usage UNKNOWN = new Usage(null, null, null);
  }
}
