package io.assay.producer.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.Node;
import io.assay.contracts.document.DidYouMean;
import io.assay.contracts.event.Sample;
import io.assay.contracts.wire.ContractJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Jinja template over a row's fields and `input`, `target`, `choices`. It is parsed once; what
/// it is given is text, never template.
public final class Template {

  private static final long LONGEST = 16_000_000;
  private static final Pattern ONLY_EXPRESSION =
      Pattern.compile("\\s*\\{\\{-?((?:(?!}}|\\{[{%]).)*?)-?}}\\s*", Pattern.DOTALL);
  private static final Pattern FILTER = Pattern.compile("\\|\\s*([A-Za-z_]\\w*)");
  private static final Pattern TAG = Pattern.compile("\\{[{%].*?[%}]}", Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final JinjavaConfig CONFIG =
      JinjavaConfig.newBuilder()
          .withNestedInterpretationEnabled(false)
          .withMaxOutputSize(LONGEST)
          .withMaxRenderDepth(20)
          .build();
  private static final Jinjava JINJA = new Jinjava(CONFIG);

  private final String text;
  private final Node parsed;

  private Template(String text, Node parsed) {
    this.text = text;
    this.parsed = parsed;
  }

  /// Parses a template.
  ///
  /// @throws IllegalArgumentException where its syntax is wrong; the message has its line
  public static Template of(String text) {
    var interpreter = interpreter(Map.of(), new TreeSet<>());
    try (var _ = JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
      var parsed = interpreter.parse(text);
      interpreter.render(parsed);
      refuse(interpreter.getErrors(), true);
      unknownFilter(text).ifPresent(Template::refuseFilter);
      return new Template(text, parsed);
    }
  }

  /// The text for a sample.
  ///
  /// @throws IllegalArgumentException where the template fails on it
  public String render(ObjectNode row, Sample sample) {
    return render(row, sample, new TreeSet<>());
  }

  /// The text for a sample.
  ///
  /// @param unknown gets the names that the template looked up in vain
  public String render(ObjectNode row, Sample sample, Set<String> unknown) {
    var interpreter = interpreter(bindings(row, sample, unknown), unknown);
    try (var _ = JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
      String rendered = interpreter.render(parsed);
      refuse(interpreter.getErrors(), false);
      return rendered;
    }
  }

  /// The value of a template over a row alone: of a single `{{ … }}` what it stands for (a list
  /// stays a list), of any other template its text.
  ///
  /// @throws IllegalArgumentException where the template fails on the row or names what it lacks
  public JsonNode value(ObjectNode row) {
    var unknown = new TreeSet<String>();
    var interpreter = interpreter(fields(row, unknown), unknown);
    try (var _ = JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
      Matcher only = ONLY_EXPRESSION.matcher(text);
      Object value =
          only.matches()
              ? interpreter.resolveELExpression(only.group(1).strip(), 1)
              : interpreter.render(parsed);
      refuse(interpreter.getErrors(), false);
      if (value == null) {
        throw new IllegalArgumentException(
            "the template "
                + text
                + " has no value"
                + (unknown.isEmpty() ? "" : ": there is no field " + String.join(", ", unknown)));
      }
      return value instanceof CharSequence
          ? JsonNodeFactory.instance.textNode(value.toString())
          : ContractJson.mapper().valueToTree(value);
    }
  }

  /// Whether a text is a template and not a plain name.
  public static boolean isTemplate(String text) {
    return text.contains("{{") || text.contains("{%");
  }

  /// Whether the template allows for a name's absence: it asks whether it is there, or has a
  /// default for it.
  public boolean copesWithout(String name) {
    String quoted = Pattern.quote(name);
    return Pattern.compile(
            "\\{%-?\\s*(if|elif)\\b[^%]*\\b"
                + quoted
                + "\\b|\\b"
                + quoted
                + "\\s*(\\|\\s*(d|default)\\b|is\\b)")
        .matcher(text)
        .find();
  }

  private static JinjavaInterpreter interpreter(Map<String, Object> values, Set<String> unknown) {
    return new Watching(new Context(JINJA.getGlobalContext(), values), unknown);
  }

  private static Map<String, Object> bindings(ObjectNode row, Sample sample, Set<String> unknown) {
    var bindings = fields(row, unknown);
    bindings.put("input", Plain.value(sample.input(), "input", unknown));
    JsonNode target = sample.target();
    if (target != null) {
      bindings.put("target", Plain.value(target, "target", unknown));
    }
    JsonNode choices = sample.metadata().get("choices");
    if (choices != null) {
      bindings.put("choices", Plain.value(choices, "choices", unknown));
    }
    return bindings;
  }

  private static Map<String, Object> fields(ObjectNode row, Set<String> unknown) {
    var fields = new HashMap<String, Object>();
    row.properties()
        .forEach(f -> fields.put(f.getKey(), Plain.value(f.getValue(), f.getKey(), unknown)));
    return fields;
  }

  /// @param parsing whether only the syntax counts, because there are no values yet
  private static void refuse(List<TemplateError> errors, boolean parsing) {
    for (var error : errors) {
      if (!parsing || isSyntax(error)) {
        throw new IllegalArgumentException(
            "the template is wrong in its line "
                + Math.max(1, error.getLineno())
                + ": "
                + error.getMessage());
      }
    }
  }

  private static boolean isSyntax(TemplateError error) {
    return error.getReason() == TemplateError.ErrorReason.SYNTAX_ERROR
        && !error.getMessage().startsWith("Error invoking function");
  }

  private static Optional<String> unknownFilter(String text) {
    return TAG.matcher(text)
        .results()
        .map(tag -> STRING.matcher(tag.group()).replaceAll("''"))
        .flatMap(tag -> FILTER.matcher(tag).results())
        .map(filter -> filter.group(1))
        .filter(filter -> JINJA.getGlobalContext().getFilter(filter) == null)
        .findFirst();
  }

  private static void refuseFilter(String filter) {
    var known =
        JINJA.getGlobalContext().getAllFilters().stream().map(each -> each.getName()).toList();
    throw new IllegalArgumentException(
        "the template uses the unknown filter "
            + filter
            + DidYouMean.nearest(filter, known)
                .map(near -> ", did you mean " + near + "?")
                .orElse(""));
  }

  /// Notes the names that nothing is known of.
  private static final class Watching extends JinjavaInterpreter {
    private final Set<String> unknown;

    Watching(Context context, Set<String> unknown) {
      super(JINJA, context, CONFIG);
      this.unknown = unknown;
    }

    @Override
    public Object retraceVariable(String variable, int lineNumber, int startPosition) {
      Object value = super.retraceVariable(variable, lineNumber, startPosition);
      if (value == null && !getContext().containsKey(variable)) {
        unknown.add(variable);
      }
      return value;
    }
  }
}
