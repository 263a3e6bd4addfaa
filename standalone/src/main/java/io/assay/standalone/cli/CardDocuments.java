package io.assay.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.assay.contracts.spec.ModelCard;
import io.assay.contracts.spec.ModelSpec;
import io.assay.standalone.client.AssayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Model cards, and the part of one that says how a model is called, in YAML or JSON files.
final class CardDocuments {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private CardDocuments() {}

  /// One card or a list of them.
  static List<ModelCard> read(Path file) throws IOException {
    var cards = new ArrayList<ModelCard>();
    for (JsonNode each : elements(file)) {
      cards.add(as(each, ModelCard.class, file));
    }
    return cards;
  }

  /// How the one model of a file is called: a card's `serving`, or only that.
  static ModelSpec serving(Path file) throws IOException {
    JsonNode document = elements(file).getFirst();
    return as(document.has("serving") ? document.get("serving") : document, ModelSpec.class, file);
  }

  private static List<JsonNode> elements(Path file) throws IOException {
    JsonNode document;
    try {
      document = MAPPER.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw wrong(file, e);
    }
    var all = new ArrayList<JsonNode>();
    if (document.isArray()) {
      document.forEach(all::add);
    } else if (document.isObject()) {
      all.add(document);
    }
    if (all.isEmpty()) {
      throw new AssayException(file + " holds no model");
    }
    return all;
  }

  private static <T> T as(JsonNode node, Class<T> type, Path file) {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw wrong(file, e);
    }
  }

  private static AssayException wrong(Path file, JsonProcessingException e) {
    String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    return new AssayException(file + line + ": " + e.getOriginalMessage(), e);
  }
}
