package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Answer.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Transcripts in JSON: a text, or an object as Whisper's `verbose_json` has it: `text`,
/// `language`, `duration`, `words` of `word`, `start` and `end`.
final class JsonTranscripts {

  private JsonTranscripts() {}

  /// Reads one.
  ///
  /// @throws IllegalArgumentException where it is neither
  static Answer.Transcript read(JsonNode value) {
    if (!value.isObject()) {
      return new Answer.Transcript(RecordFile.text(value), null, null, List.of());
    }
    JsonNode text = value.path("text");
    if (!text.isTextual()) {
      throw new IllegalArgumentException("a transcript has no text");
    }
    return new Answer.Transcript(
        text.textValue(),
        value.hasNonNull("language") ? value.path("language").asText() : null,
        seconds(value.path("duration")),
        words(value.path("words")));
  }

  private static @Nullable Double seconds(JsonNode value) {
    return value.isNumber() ? value.doubleValue() : null;
  }

  private static List<Word> words(JsonNode listed) {
    var words = new ArrayList<Word>();
    for (JsonNode each : listed) {
      JsonNode word = each.has("word") ? each.path("word") : each.path("text");
      if (!word.isTextual() || !each.path("start").isNumber() || !each.path("end").isNumber()) {
        throw new IllegalArgumentException("a word of a transcript is " + each);
      }
      words.add(
          new Word(
              word.textValue(), each.path("start").doubleValue(), each.path("end").doubleValue()));
    }
    return words;
  }
}
