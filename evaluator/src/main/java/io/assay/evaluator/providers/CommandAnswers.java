package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Completion;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.ModelSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.provider.CallContext;
import io.assay.evaluator.providers.CommandModel.ProgramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what programs write.
record CommandAnswers(ModelSpec spec, ModelRequest request, CallContext call) {

  private static final int LONGEST_SHOWN = 200;

  /// An answer as plain text; where a request wants numbers, the text is JSON.
  Completion plain(String text) throws IOException, ProgramException {
    return switch (request) {
      case ModelRequest.GenerateText _ -> answered(new Answer.Text(withoutLineEnd(text)), null);
      case ModelRequest.Transcribe _ ->
          answered(new Answer.Transcript(text.strip(), null, null, List.of()), null);
      case ModelRequest.Embed _, ModelRequest.Likelihood _ -> json(text);
      case ModelRequest.GenerateImages _, ModelRequest.EditImage _ ->
          throw new ProgramException(
              "a program that makes images needs {output} among its arguments, or output: json");
    };
  }

  /// A line's end is the program's, not the model's.
  private static String withoutLineEnd(String text) {
    String shorter = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return shorter.endsWith("\r") ? shorter.substring(0, shorter.length() - 1) : shorter;
  }

  /// An answer in a file.
  Completion file(Path file) throws IOException, ProgramException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      throw new ProgramException("the program wrote nothing to {output}");
    }
    return switch (request) {
      case ModelRequest.GenerateImages _, ModelRequest.EditImage _ ->
          answered(new Answer.Images(List.of(image(file))), null);
      case ModelRequest.GenerateText _,
          ModelRequest.Transcribe _,
          ModelRequest.Embed _,
          ModelRequest.Likelihood _ ->
          plain(Files.readString(file));
    };
  }

  /// An answer as JSON.
  Completion json(String text) throws IOException, ProgramException {
    JsonNode answer;
    try {
      answer = ContractJson.mapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new ProgramException(
          "the program wrote no JSON: %s in %s".formatted(e.getOriginalMessage(), shown(text)));
    }
    if (answer.has("error")) {
      return new Completion.Refused(
          "model %s: %s".formatted(spec.id(), answer.path("error").asText()));
    }
    return switch (request) {
      case ModelRequest.GenerateText _ ->
          answered(new Answer.Text(required(answer, "text")), answer);
      case ModelRequest.Transcribe _ -> answered(transcript(answer), answer);
      case ModelRequest.Embed embed -> answered(vectors(answer, embed.texts().size()), answer);
      case ModelRequest.Likelihood asked ->
          answered(likelihoods(answer, asked.continuations().size()), answer);
      case ModelRequest.GenerateImages _, ModelRequest.EditImage _ ->
          answered(images(answer), answer);
    };
  }

  private static String required(JsonNode answer, String name) throws ProgramException {
    if (!answer.path(name).isTextual()) {
      throw new ProgramException(
          "the program's answer has no %s: %s".formatted(name, shown(answer.toString())));
    }
    return answer.path(name).textValue();
  }

  private static Answer transcript(JsonNode answer) throws ProgramException {
    List<Answer.Word> words = new ArrayList<>();
    for (JsonNode word : answer.path("words")) {
      double start = word.path("start").asDouble(-1);
      double end = word.path("end").asDouble(-1);
      if (!(start >= 0 && end >= start)) {
        throw new ProgramException("a word without times: " + shown(word.toString()));
      }
      words.add(new Answer.Word(word.path("word").asText(""), start, end));
    }
    return new Answer.Transcript(
        required(answer, "text").strip(),
        answer.path("language").textValue(),
        answer.path("duration").isNumber() ? answer.path("duration").asDouble() : null,
        words);
  }

  private static Answer vectors(JsonNode answer, int wanted) throws ProgramException {
    var vectors = JsonVectors.read(answer.has("vectors") ? answer.path("vectors") : answer);
    if (vectors.size() != wanted) {
      throw new ProgramException(
          "the program gave %d vectors for %d texts".formatted(vectors.size(), wanted));
    }
    return new Answer.Vectors(vectors);
  }

  private static Answer likelihoods(JsonNode answer, int wanted) throws ProgramException {
    var value = answer.has("likelihoods") ? answer.path("likelihoods") : answer;
    return JsonLikelihoods.read(value, wanted)
        .orElseThrow(() ->
            new ProgramException(
                "the program gave no %d likelihoods: %s"
                    .formatted(wanted, shown(answer.toString()))));
  }

  private Answer images(JsonNode answer) throws IOException, ProgramException {
    List<Blob> images = new ArrayList<>();
    for (JsonNode path : answer.path("images")) {
      images.add(image(Path.of(path.asText())));
    }
    if (images.isEmpty()) {
      throw new ProgramException("the program's answer has no images: " + shown(answer.toString()));
    }
    return new Answer.Images(images, objects(answer));
  }

  private static @Nullable List<Answer.Found> objects(JsonNode answer) throws ProgramException {
    try {
      return JsonObjects.read(answer.path("objects"));
    } catch (IllegalArgumentException e) {
      throw new ProgramException("the program's answer: " + e.getMessage());
    }
  }

  private Blob image(Path file) throws IOException {
    return new Media(call.blobs()).image(Files.readAllBytes(file));
  }

  private Completion answered(Answer answer, @Nullable JsonNode json) {
    Long input = null;
    Long output = null;
    if (json != null && json.path("usage").isObject()) {
      input =
          json.at("/usage/input_tokens").isNumber()
              ? json.at("/usage/input_tokens").longValue()
              : null;
      output =
          json.at("/usage/output_tokens").isNumber()
              ? json.at("/usage/output_tokens").longValue()
              : null;
    }
    String model = json == null ? null : json.path("model").textValue();
    return new Completion.Answered(answer, null, Prices.usage(spec.price(), input, output), model);
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
  }
}
