package io.assay.producer.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;

/// Writes job documents.
final class JobYaml {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private JobYaml() {}

  /// What came of a definition: a document, unless something grave was found.
  ///
  /// @param models what is compared; a parameter `model` where none are named
  static Imported imported(
      String name,
      ArrayNode models,
      ArrayNode tasks,
      Map<String, String> files,
      List<Finding> findings) {
    if (findings.stream().anyMatch(Finding::grave) || tasks.isEmpty()) {
      return new Imported.Refused(findings);
    }
    var job = JSON.objectNode();
    job.put("name", name);
    if (models.isEmpty()) {
      job.putObject("parameters").putObject("model").put("description", "The model's id.");
      job.putArray("models").add("${model}");
    } else {
      job.set("models", escaped(models));
    }
    job.set("tasks", escaped(tasks));
    try {
      return new Imported.Job(YAML.writeValueAsString(job), files, findings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree cannot be written", e);
    }
  }

  /// Models by their ids.
  static ArrayNode models(List<String> ids) {
    var models = JSON.arrayNode();
    ids.forEach(models::add);
    return models;
  }

  /// `${` would be a parameter.
  private static JsonNode escaped(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        ObjectNode object = JSON.objectNode();
        node.properties().forEach(each -> object.set(each.getKey(), escaped(each.getValue())));
        yield object;
      }
      case ARRAY -> {
        var array = JSON.arrayNode();
        node.forEach(item -> array.add(escaped(item)));
        yield array;
      }
      case STRING -> JSON.textNode(node.textValue().replace("${", "$${"));
      default -> node;
    };
  }
}
