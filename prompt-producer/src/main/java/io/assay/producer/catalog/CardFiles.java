package io.assay.producer.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.assay.contracts.spec.ModelCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Model cards in YAML files: a list of cards in each.
final class CardFiles {

  /// The files that come with Assay, one a family.
  static final List<String> SHIPPED =
      List.of(
          "whisper",
          "speech",
          "openai-images",
          "images",
          "alpaca",
          "bloom",
          "llama",
          "code",
          "mistral",
          "qwen",
          "gemma",
          "phi",
          "deepseek",
          "openai",
          "claude",
          "gemini",
          "command",
          "embeddings",
          "in-process",
          "fake");

  private static final ObjectReader READER = new YAMLMapper().readerForListOf(ModelCard.class);

  private CardFiles() {}

  static List<ModelCard> shipped() {
    var cards = new ArrayList<ModelCard>();
    for (String family : SHIPPED) {
      String resource = "/catalog/" + family + ".yaml";
      try (var in = CardFiles.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("resource " + resource + " is missing");
        }
        cards.addAll(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource));
      } catch (IOException e) {
        throw new UncheckedIOException(resource + " is not readable", e);
      }
    }
    return cards;
  }

  /// All `.yaml` files of a folder, by name.
  static List<ModelCard> of(Path folder) {
    var cards = new ArrayList<ModelCard>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        cards.addAll(parse(Files.readString(file), file.toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue folder " + folder + " is not readable", e);
    }
    return cards;
  }

  private static List<ModelCard> parse(String text, String place) {
    try {
      return READER.readValue(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "model cards of "
              + place
              + ", line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
              + ": "
              + e.getOriginalMessage(),
          e);
    }
  }
}
