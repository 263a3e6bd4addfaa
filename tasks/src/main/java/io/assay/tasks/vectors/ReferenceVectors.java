package io.assay.tasks.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.tasks.text.UnknownName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/// Answers lines of vector files: `{"id", "metric", "params", "inputs" or "input", …}`.
public final class ReferenceVectors {

  private static final Map<String, ReferenceFunction> BY_NAME = byName();

  private ReferenceVectors() {}

  /// The names of all functions.
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /// What we compute for a line: `{"id", "actual"}`. Where the input is refused, `actual` is
  /// `{"error", "message"}` as in files of expected values. Where the line cannot be understood
  /// (unknown metric, unknown parameter) there is `error` in place of `actual`.
  ///
  /// @param line a JSON object
  /// @param folder what paths in it are relative to
  public static ObjectNode answer(JsonNode line, Path folder) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("id", line.path("id"));
    try {
      answer.set("actual", actual(line, folder));
    } catch (UnknownName unknown) {
      answer.put("error", unknown.getMessage());
    } catch (IllegalArgumentException refused) {
      answer
          .putObject("actual")
          .put("error", "ValueError")
          .put("message", String.valueOf(refused.getMessage()));
    }
    return answer;
  }

  private static JsonNode actual(JsonNode line, Path folder) {
    String metric = line.path("metric").asText();
    ReferenceFunction function =
        Optional.ofNullable(BY_NAME.get(metric))
            .orElseThrow(() -> new UnknownName("metric", metric, names()));
    VectorLine read = new VectorLine(line, folder);
    JsonNode actual = function.actual(read);
    read.params().requireAllRead();
    return actual;
  }

  private static Map<String, ReferenceFunction> byName() {
    var byName = new TreeMap<String, ReferenceFunction>();
    for (ReferenceFunction each :
        ServiceLoader.load(ReferenceFunction.class, ReferenceVectors.class.getClassLoader())) {
      for (String name : each.names()) {
        ReferenceFunction other = byName.put(name, each);
        if (other != null) {
          throw new IllegalStateException(
              name + " is answered by both " + other.getClass() + " and " + each.getClass());
        }
      }
    }
    return byName;
  }
}
