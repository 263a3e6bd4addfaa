package io.assay.evaluator.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.ModelSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// Reads a model's options, each with its type and bounds, and knows which ones nobody asked for.
public final class ModelOptions {

  private final ModelSpec spec;
  private final TreeSet<String> known = new TreeSet<>();

  private ModelOptions(ModelSpec spec) {
    this.spec = spec;
  }

  /// The options of a model.
  public static ModelOptions of(ModelSpec spec) {
    return new ModelOptions(spec);
  }

  /// An option that is a text.
  ///
  /// @throws UnusableModelException where it is something else, or blank
  public Optional<String> text(String name) throws UnusableModelException {
    var value = value(name);
    if (value.isPresent() && (!value.get().isTextual() || value.get().textValue().isBlank())) {
      throw wrong(name, value.get(), "a text");
    }
    return value.map(JsonNode::textValue);
  }

  /// An option that is a text and must be there.
  public String requiredText(String name) throws UnusableModelException {
    return text(name)
        .orElseThrow(() ->
            UnusableModelException.wrongSpec(
                "model %s has no option %s, which provider %s needs"
                    .formatted(spec.id(), name, spec.provider())));
  }

  /// An option that is a list of texts; empty where it is absent.
  public List<String> texts(String name) throws UnusableModelException {
    var value = value(name);
    if (value.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode each : value.get()) {
      texts.add(each.asText());
    }
    if (!value.get().isArray() || !allTexts(value.get())) {
      throw wrong(name, value.get(), "a list of texts");
    }
    return texts;
  }

  private static boolean allTexts(JsonNode list) {
    for (JsonNode each : list) {
      if (!each.isTextual()) {
        return false;
      }
    }
    return true;
  }

  /// An option that is a whole number of `min` or more.
  public int integer(String name, int min, int absent) throws UnusableModelException {
    var value = value(name);
    if (value.isEmpty()) {
      return absent;
    }
    if (!value.get().canConvertToInt() || value.get().intValue() < min) {
      throw wrong(name, value.get(), "a whole number of " + min + " or more");
    }
    return value.get().intValue();
  }

  /// An option that is a share, 0 to 1.
  public double share(String name, double absent) throws UnusableModelException {
    var value = value(name);
    if (value.isEmpty()) {
      return absent;
    }
    double share = value.get().asDouble(-1);
    if (!value.get().isNumber() || !(share >= 0 && share <= 1)) {
      throw wrong(name, value.get(), "a share from 0 to 1");
    }
    return share;
  }

  /// An option that is true or false.
  public boolean flag(String name, boolean absent) throws UnusableModelException {
    var value = value(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw wrong(name, value.get(), "true or false");
    }
    return value.map(JsonNode::booleanValue).orElse(absent);
  }

  /// An option that is a time in seconds.
  public Optional<Duration> seconds(String name) throws UnusableModelException {
    var value = value(name);
    if (value.isPresent() && !(value.get().isNumber() && value.get().doubleValue() > 0)) {
      throw wrong(name, value.get(), "a number of seconds above 0");
    }
    return value.map(v -> Duration.ofNanos((long) (v.doubleValue() * 1e9)));
  }

  /// An option that is the name of a constant, in lower case with hyphens.
  public <E extends Enum<E>> E choice(String name, Class<E> type, E absent)
      throws UnusableModelException {
    var text = text(name);
    if (text.isEmpty()) {
      return absent;
    }
    var names = new TreeSet<String>();
    for (E constant : type.getEnumConstants()) {
      String label = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (label.equals(text.get())) {
        return constant;
      }
      names.add(label);
    }
    throw UnusableModelException.wrongSpec(
        "option %s of model %s is %s, expected one of %s"
            .formatted(name, spec.id(), text.get(), String.join(", ", names)));
  }

  /// An option that is a JSON object.
  public Optional<JsonNode> object(String name) throws UnusableModelException {
    var value = value(name);
    if (value.isPresent() && !value.get().isObject()) {
      throw wrong(name, value.get(), "an object");
    }
    return value;
  }

  /// Refuses options that were not read before.
  public void refuseOthers() throws UnusableModelException {
    for (String name : spec.options().keySet()) {
      if (!known.contains(name)) {
        throw UnusableModelException.wrongSpec(
            "model %s has the option %s, which provider %s does not know; it knows: %s"
                .formatted(spec.id(), name, spec.provider(), String.join(", ", known)));
      }
    }
  }

  private Optional<JsonNode> value(String name) {
    known.add(name);
    return Optional.ofNullable(spec.options().get(name)).filter(v -> !v.isNull());
  }

  private UnusableModelException wrong(String name, JsonNode value, String expected) {
    return UnusableModelException.wrongSpec(
        "option %s of model %s is %s, expected %s".formatted(name, spec.id(), value, expected));
  }
}
