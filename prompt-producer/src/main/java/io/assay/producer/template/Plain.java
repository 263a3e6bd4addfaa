package io.assay.producer.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JSON as the maps, lists and values that a template walks through.
final class Plain {

  private Plain() {}

  static @Nullable Object value(JsonNode node, String path, Set<String> unknown) {
    return switch (node.getNodeType()) {
      case OBJECT -> object(node, path, unknown);
      case ARRAY -> {
        var list = new ArrayList<@Nullable Object>(node.size());
        node.forEach(item -> list.add(value(item, path, unknown)));
        yield list;
      }
      case NUMBER -> node.isIntegralNumber() ? (Object) node.longValue() : node.doubleValue();
      case BOOLEAN -> node.booleanValue();
      case NULL, MISSING -> null;
      case STRING, BINARY, POJO -> node.asText();
    };
  }

  private static Object object(JsonNode node, String path, Set<String> unknown) {
    var map = new Watched(path, unknown);
    node.properties()
        .forEach(f -> map.put(f.getKey(), value(f.getValue(), path + "." + f.getKey(), unknown)));
    return map;
  }

  /// Notes the keys that were looked up in vain.
  private static final class Watched extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1;
    private final String path;
    private final transient Set<String> unknown;

    Watched(String path, Set<String> unknown) {
      this.path = path;
      this.unknown = unknown;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
      if (key instanceof String name && !containsKey(name)) {
        unknown.add(path + "." + name);
      }
      return super.get(key);
    }
  }
}
