package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.evaluator.http.Outcome;
import io.assay.evaluator.provider.CallContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Transcription and translation over HTTP.
record OpenAiSpeech(ModelSpec spec, Access access, Server server) {

  /// Whose interface it is.
  enum Server {
    /// `/audio/transcriptions` and `/audio/translations`.
    OPENAI,
    /// `/inference` of whisper.cpp's server, which translates by a field of the form.
    WHISPER_CPP
  }

  Completion transcribe(ModelRequest.Transcribe request, CallContext call)
      throws InterruptedException {
    Access.Body body;
    try {
      body = form(request, call);
    } catch (IOException e) {
      return OpenAiModel.unreadable(call, spec, e);
    }
    return access.ask(call, 0, body, answer -> transcript(answer, request));
  }

  private Access.Body form(ModelRequest.Transcribe request, CallContext call) throws IOException {
    var audio = request.audio();
    String format = request.wordTimes() ? "verbose_json" : "json";
    var form =
        new Form()
            .file(
                "file", "audio." + Media.format(audio), audio.mediaType(), call.blobs().file(audio))
            .field("response_format", format)
            .field("prompt", request.prompt());
    return switch (server) {
      case OPENAI -> {
        form.field("model", spec.name());
        if (request.translate()) {
          yield form.to("/audio/translations");
        }
        form.field("language", request.language());
        if (request.wordTimes()) {
          form.field("timestamp_granularities[]", "word");
        }
        yield form.to("/audio/transcriptions");
      }
      case WHISPER_CPP -> {
        form.field("language", request.language() == null ? "auto" : request.language());
        yield form.field("translate", request.translate()).to("/inference");
      }
    };
  }

  private Outcome transcript(JsonNode answer, ModelRequest.Transcribe request) {
    if (!answer.path("text").isTextual()) {
      return access.errors().passing("gave an answer without text");
    }
    Double seconds = seconds(answer.path("duration"));
    var transcript =
        new Answer.Transcript(
            answer.path("text").textValue().strip(),
            answer.path("language").textValue(),
            seconds,
            request.wordTimes() ? words(answer) : List.of());
    Double length = request.audioSeconds() == null ? seconds : request.audioSeconds();
    var usage = new Completion.Usage(null, null, Prices.audio(spec.price(), length));
    return new Outcome.Settled(new Completion.Answered(transcript, null, usage, null));
  }

  /// Some versions write it as text.
  private static @Nullable Double seconds(JsonNode duration) {
    double seconds = duration.asDouble(Double.NaN);
    return Double.isFinite(seconds) ? Double.valueOf(seconds) : null;
  }

  /// OpenAI has them beside the text, whisper.cpp in each segment. Times that cannot be are no
  /// times: none of the words has any then.
  private static List<Answer.Word> words(JsonNode answer) {
    var all = new ArrayList<JsonNode>();
    answer.path("words").forEach(all::add);
    answer.path("segments").forEach(segment -> segment.path("words").forEach(all::add));
    var words = all.stream().map(OpenAiSpeech::word).flatMap(Optional::stream).toList();
    return words.size() == all.size() ? words : List.of();
  }

  private static Optional<Answer.Word> word(JsonNode word) {
    double start = word.path("start").asDouble(-1);
    double end = word.path("end").asDouble(-1);
    return start >= 0 && end >= start
        ? Optional.of(new Answer.Word(word.path("word").asText("").strip(), start, end))
        : Optional.empty();
  }
}
