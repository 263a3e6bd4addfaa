package io.assay.tasks.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.text.UnknownName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The parameters of one line. Whatever a function does not read is an error of the line, never
/// passed over.
public final class VectorParams {

  private final String metric;
  private final JsonNode params;
  private final Set<String> read = new LinkedHashSet<>();

  VectorParams(String metric, JsonNode params) {
    this.metric = metric;
    this.params = params;
  }

  /// A parameter as it is written; missing or null where it is not given.
  public JsonNode get(String name) {
    read.add(name);
    return params.path(name);
  }

  /// Whether it is given and not null.
  public boolean has(String name) {
    return !isAbsent(get(name));
  }

  /// True or false.
  public boolean flag(String name, boolean otherwise) {
    JsonNode given = get(name);
    return isAbsent(given) ? otherwise : required(given, given.isBoolean(), name).asBoolean();
  }

  /// A whole number.
  public int integer(String name, int otherwise) {
    JsonNode given = get(name);
    return isAbsent(given)
        ? otherwise
        : required(given, given.canConvertToInt() && given.asDouble() == given.asInt(), name)
            .asInt();
  }

  /// A number.
  public double number(String name, double otherwise) {
    JsonNode given = get(name);
    return isAbsent(given)
        ? otherwise
        : VectorJson.number(required(given, VectorJson.isNumber(given), name));
  }

  /// A text.
  public String text(String name, String otherwise) {
    JsonNode given = get(name);
    return isAbsent(given) ? otherwise : required(given, given.isTextual(), name).asText();
  }

  /// One of a few words.
  public String choice(String name, String otherwise, List<String> allowed) {
    String given = text(name, otherwise);
    if (!allowed.contains(given)) {
      throw new UnknownName("value of " + name + " of " + metric, given, allowed);
    }
    return given;
  }

  void requireAllRead() {
    for (var names = params.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!read.contains(name)) {
        throw new UnknownName("parameter of " + metric, name, List.copyOf(read));
      }
    }
  }

  private static boolean isAbsent(JsonNode given) {
    return given.isMissingNode() || given.isNull();
  }

  private JsonNode required(JsonNode given, boolean holds, String name) {
    if (!holds) {
      throw new IllegalArgumentException(
          name + " of " + metric + " is " + given + ", which is of the wrong kind");
    }
    return given;
  }
}
