package io.assay.evaluator.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.blobs.JobBlobs;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.spec.GenerationSettings;
import io.assay.contracts.wire.ContractJson;
import io.assay.evaluator.provider.CallContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a program is told of a sample.
final class CommandFields {

  private CommandFields() {}

  /// Values of the names that arguments may hold. What a request does not have is empty.
  ///
  /// @throws IOException where the job has not what the request refers to
  static Map<String, String> of(ModelRequest request, JobBlobs blobs) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    switch (request) {
      case ModelRequest.GenerateText text -> {
        put(fields, "prompt", prompt(text));
        put(fields, "system", system(text));
        put(fields, text.settings());
        for (var blob : text.messages().getLast().attachments()) {
          String kind = blob.mediaType().startsWith("audio/") ? "audio" : "image";
          put(fields, kind, blobs.file(blob));
        }
      }
      case ModelRequest.Embed embed -> put(fields, "text", String.join("\n", embed.texts()));
      case ModelRequest.Likelihood likelihood -> put(fields, "text", likelihood.context());
      case ModelRequest.Transcribe speech -> {
        put(fields, "audio", blobs.file(speech.audio()));
        put(fields, "language", speech.language());
        put(fields, "prompt", speech.prompt());
      }
      case ModelRequest.GenerateImages images -> {
        put(fields, "prompt", images.prompt());
        put(fields, images.size());
        put(fields, images.settings());
      }
      case ModelRequest.EditImage edit -> {
        put(fields, "prompt", edit.prompt());
        put(fields, "image", blobs.file(edit.image()));
        put(fields, "mask", edit.mask() == null ? null : blobs.file(edit.mask()));
        put(fields, edit.size());
        put(fields, edit.settings());
      }
    }
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  private static void put(Map<String, String> fields, GenerationSettings settings) {
    put(fields, "seed", settings.seed());
    put(fields, "max_tokens", settings.maxTokens());
    put(fields, "temperature", settings.temperature());
  }

  private static void put(Map<String, String> fields, ModelRequest.@Nullable ImageSize size) {
    if (size != null) {
      put(fields, "width", size.width());
      put(fields, "height", size.height());
    }
  }

  /// All but the system message.
  static String prompt(ModelRequest.GenerateText request) {
    var turns =
        request.messages().stream().filter(message -> !message.role().equals("system")).toList();
    return PromptFormat.PLAIN.text(turns);
  }

  private static @Nullable String system(ModelRequest.GenerateText request) {
    return request.messages().stream()
        .filter(message -> message.role().equals("system"))
        .map(ModelRequest.ChatMessage::content)
        .findFirst()
        .orElse(null);
  }

  /// An argument with its names replaced; each stays one argument whatever the values hold.
  static List<String> fill(List<String> arguments, Map<String, String> fields) {
    return arguments.stream().map(argument -> fill(argument, fields)).toList();
  }

  /// From left to right in one go: what a value holds is not replaced again.
  private static String fill(String argument, Map<String, String> fields) {
    var filled = new StringBuilder();
    int at = 0;
    for (int open = argument.indexOf('{'); open >= 0; open = argument.indexOf('{', at)) {
      int close = argument.indexOf('}', open);
      String name = close < 0 ? "" : argument.substring(open + 1, close);
      boolean known = NAMES.contains(name);
      filled.append(argument, at, known ? open : open + 1);
      filled.append(known ? fields.getOrDefault(name, "") : "");
      at = known ? close + 1 : open + 1;
    }
    return filled.append(argument.substring(at)).toString();
  }

  private static final List<String> NAMES =
      List.of(
          "prompt",
          "system",
          "text",
          "audio",
          "image",
          "mask",
          "output",
          "language",
          "seed",
          "max_tokens",
          "temperature",
          "width",
          "height");

  /// The request as JSON on one line.
  static String json(ModelRequest request, CallContext call) throws IOException {
    ObjectNode line = ContractJson.mapper().createObjectNode().put("id", call.sample().id());
    line.set("request", ContractJson.mapper().valueToTree(request));
    var files = line.putObject("files");
    switch (request) {
      case ModelRequest.GenerateText text ->
          put(files, "attachments", text.messages().getLast().attachments(), call.blobs());
      case ModelRequest.Transcribe speech ->
          put(files, "audio", List.of(speech.audio()), call.blobs());
      case ModelRequest.EditImage edit -> {
        put(files, "image", List.of(edit.image()), call.blobs());
        put(files, "mask", edit.mask() == null ? List.of() : List.of(edit.mask()), call.blobs());
      }
      case ModelRequest.Embed _, ModelRequest.Likelihood _, ModelRequest.GenerateImages _ -> {}
    }
    if (files.isEmpty()) {
      line.remove("files");
    }
    return ContractJson.mapper().writeValueAsString(line);
  }

  private static void put(ObjectNode files, String name, List<Blob> blobs, JobBlobs store)
      throws IOException {
    if (name.equals("attachments") && !blobs.isEmpty()) {
      var all = files.putArray(name);
      for (var blob : blobs) {
        all.add(path(store, blob));
      }
    } else if (!blobs.isEmpty()) {
      files.put(name, path(store, blobs.getFirst()));
    }
  }

  private static String path(JobBlobs store, Blob blob) throws IOException {
    Path file = store.file(blob);
    return file.toAbsolutePath().toString();
  }
}
