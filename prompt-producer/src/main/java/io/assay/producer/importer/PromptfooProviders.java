package io.assay.producer.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Providers of a promptfoo configuration as models of a job document.
final class PromptfooProviders {

  private static final Pattern ID =
      Pattern.compile("(openai|ollama):(?:(?:chat|completion):)?([^:]+)");

  private final Definition config;

  PromptfooProviders(Definition config) {
    this.config = config;
  }

  /// Those that can be had here; the others are noted.
  ArrayNode models() {
    var models = JsonNodeFactory.instance.arrayNode();
    String key = config.has("targets") ? "targets" : "providers";
    var written = config.get(key);
    if (written.isTextual()) {
      add(models, written.asText(), key);
    }
    for (int i = 0; i < (written.isArray() ? written.size() : 0); i++) {
      JsonNode provider = written.get(i);
      String id = provider.isObject() ? provider.path("id").asText() : provider.asText();
      String path = key + "[" + i + "]";
      if (provider.has("config")) {
        config.note(
            path, "the config of provider " + id + " is left out: see generation and limits");
      }
      add(models, id, path);
    }
    return models;
  }

  private void add(ArrayNode models, String id, String path) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      config.note(path, "provider " + id + " has no equal here: add it to models yourself");
      return;
    }
    boolean openAi = matcher.group(1).equals("openai");
    var model = models.addObject();
    model.put("id", matcher.group(1) + "/" + matcher.group(2));
    model.put("provider", "openai");
    model.put("name", matcher.group(2));
    model.put("endpoint", openAi ? "https://api.openai.com/v1" : "http://localhost:11434/v1");
    if (openAi) {
      model.put("apiKeyEnv", "OPENAI_API_KEY");
    }
  }
}
