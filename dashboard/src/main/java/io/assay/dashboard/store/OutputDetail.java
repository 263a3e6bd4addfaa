package io.assay.dashboard.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.Output;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What only a sample's own page shows, kept as one JSON text.
///
/// @param taskType how it is judged
/// @param completion how the call ended: `answered`, `refused`, …
/// @param finishReason as the provider reports it
/// @param reportedModel the model that the provider says answered
/// @param vectors beginnings of the vectors that a model made
/// @param images images that a model made
/// @param words words of a transcript with their times, the first of them
/// @param usage what the call used
/// @param timing how long it took
/// @param attempts calls made for it
/// @param deliveryCount how often the queue had handed it out
/// @param worker who called
/// @param metadata further fields of the sample
/// @param slices the slices of its task that the sample is in
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record OutputDetail(
    String taskType,
    String completion,
    @Nullable String finishReason,
    @Nullable String reportedModel,
    List<OutputText.Vector> vectors,
    List<Blob> images,
    List<Answer.Word> words,
    Completion.@Nullable Usage usage,
    Output.Timing timing,
    int attempts,
    int deliveryCount,
    String worker,
    Map<String, JsonNode> metadata,
    List<String> slices) {

  private static final int FIRST_WORDS = 500;

  static OutputDetail of(Output output, OutputText said, Texts texts) {
    var answered = output.completion() instanceof Completion.Answered it ? it : null;
    return new OutputDetail(
        output.prompt().taskType(),
        type(output.completion()),
        answered == null ? null : answered.finishReason(),
        answered == null ? null : answered.reportedModel(),
        said.vectors(),
        answered != null && answered.answer() instanceof Answer.Images made
            ? made.images()
            : List.of(),
        answered != null && answered.answer() instanceof Answer.Transcript heard
            ? heard.words().stream().limit(FIRST_WORDS).toList()
            : List.of(),
        answered == null ? null : answered.usage(),
        output.timing(),
        output.attempts(),
        output.deliveryCount(),
        output.worker(),
        texts.cut(output.prompt().sample().metadata()),
        output.prompt().sample().slices());
  }

  private static String type(Completion completion) {
    return switch (completion) {
      case Completion.Answered _ -> "answered";
      case Completion.Refused _ -> "refused";
      case Completion.Unavailable _ -> "unavailable";
      case Completion.TimedOut _ -> "timed-out";
      case Completion.OverLimit _ -> "over-limit";
      case Completion.Skipped _ -> "skipped";
      case Completion.Abandoned _ -> "abandoned";
    };
  }
}
