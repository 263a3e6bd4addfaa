package io.assay.tasks.metric;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Reads what a sample expects.
public final class Targets {

  private Targets() {}

  /// One text, or a list of accepted ones; numbers and truth values as they are written.
  public static Optional<List<String>> texts(@Nullable JsonNode target) {
    if (target == null) {
      return Optional.empty();
    }
    if (!target.isArray()) {
      return isScalar(target) ? Optional.of(List.of(target.asText())) : Optional.empty();
    }
    var texts = new ArrayList<String>();
    for (JsonNode each : target) {
      if (!isScalar(each)) {
        return Optional.empty();
      }
      texts.add(each.asText());
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
  }

  private static boolean isScalar(JsonNode node) {
    return node.isTextual() || node.isNumber() || node.isBoolean();
  }

  /// A finite number, also where it is written as text.
  public static OptionalDouble number(@Nullable JsonNode target) {
    if (target == null || !(target.isNumber() || target.isTextual())) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(target.asText());
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }

  /// A target in words, for messages.
  public static String describe(@Nullable JsonNode target) {
    return target == null || target.isNull()
        ? "missing"
        : PythonText.excerpt(target.toString(), 40);
  }
}
