package io.assay.tasks.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What judges read: a Mustache template over the sample and the answers. What is put in is never
/// read as a template itself.
final class JudgeTemplate {

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true);

  private final Template template;

  private JudgeTemplate(Template template) {
    this.template = template;
  }

  /// Reads a template.
  ///
  /// @param names what it may name beside `question`, `target` and `metadata.…`
  /// @throws IllegalArgumentException where it is faulty or names something else
  static JudgeTemplate of(String text, List<String> names) {
    try {
      var template = new JudgeTemplate(COMPILER.compile(text));
      Map<String, Object> values = new HashMap<>();
      names.forEach(name -> values.put(name, name));
      values.put("question", "question");
      values.put("target", "target");
      values.put("metadata", (Mustache.CustomContext) name -> name);
      var _ = template.template.execute(values);
      return template;
    } catch (MustacheException e) {
      throw new IllegalArgumentException(
          "the judges' template is faulty: "
              + e.getMessage()
              + "; it may name question, target, metadata.FIELD, "
              + String.join(", ", names));
    }
  }

  /// The text for one sample.
  ///
  /// @param more values of the names that were declared
  String fill(Sample sample, Map<String, String> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("question", text(sample.input()));
    values.put(
        "target", Targets.texts(sample.target()).map(each -> String.join("\n", each)).orElse(""));
    values.put("metadata", (Mustache.CustomContext) name -> text(sample.metadata().get(name)));
    return template.execute(values);
  }

  private static String text(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return "";
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
