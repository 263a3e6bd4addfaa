package io.assay.producer.importer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.producer.template.Template;
import java.util.ArrayList;
import java.util.List;

/// Variables with lists of values: a test for each combination, as promptfoo makes them.
final class PromptfooVars {

  private PromptfooVars() {}

  static List<ObjectNode> expanded(ObjectNode vars) {
    List<ObjectNode> all = List.of(JsonNodeFactory.instance.objectNode());
    for (var entry : vars.properties()) {
      var next = new ArrayList<ObjectNode>();
      var values = entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue());
      for (var before : all) {
        values.forEach(value -> {
          var combined = before.deepCopy();
          combined.set(entry.getKey(), value);
          next.add(combined);
        });
      }
      all = next;
    }
    return all.stream().map(PromptfooVars::rendered).toList();
  }

  /// Variables may name each other.
  private static ObjectNode rendered(ObjectNode vars) {
    var rendered = vars.deepCopy();
    vars.properties()
        .forEach(each -> {
          String text = each.getValue().asText();
          if (Template.isTemplate(text)) {
            rendered.put(each.getKey(), Template.of(text).value(vars).asText());
          }
        });
    return rendered;
  }
}
