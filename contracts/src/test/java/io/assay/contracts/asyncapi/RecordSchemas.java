package io.assay.contracts.asyncapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.assay.contracts.event.Embedding;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON Schemas (2020-12) of records, as Jackson writes them. Every record and every interface with
/// subtypes becomes one schema; a kind of type that is not known here is an error, never a guess.
final class RecordSchemas {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final SourceDocs docs;
  private final Map<String, ObjectNode> schemas = new TreeMap<>();

  RecordSchemas(SourceDocs docs) {
    this.docs = docs;
  }

  /// All schemas that were asked for, and those that they refer to, by name.
  Map<String, ObjectNode> all() {
    return schemas;
  }

  /// A reference to the schema of a type.
  ObjectNode reference(Class<?> type) {
    var name = name(type);
    if (!schemas.containsKey(name)) {
      schemas.put(name, JSON.objectNode()); // a type may refer to itself
      schemas.put(name, type.isRecord() ? record(type) : union(type));
    }
    return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private ObjectNode record(Class<?> type) {
    var schema = described(type).put("type", "object");
    var required = JSON.arrayNode();
    var properties = JSON.objectNode();
    var doc = docs.of(type);
    for (RecordComponent component : type.getRecordComponents()) {
      var property = property(type, component);
      doc.map(it -> it.components().get(component.getName()))
          .ifPresent(text -> property.put("description", text));
      properties.set(jsonName(component), property);
      boolean demanded = doc.filter(it -> it.demanded().contains(component.getName())).isPresent();
      if (demanded || component.getType().isPrimitive()) {
        required.add(jsonName(component));
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.set("properties", properties);
    return schema;
  }

  private ObjectNode union(Class<?> type) {
    var subtypes = type.getAnnotation(JsonSubTypes.class);
    if (subtypes == null) {
      throw new IllegalArgumentException(type + " is neither a record nor has it subtypes");
    }
    var schema = described(type);
    var choices = schema.putArray("oneOf");
    for (JsonSubTypes.Type subtype : subtypes.value()) {
      var tag = JSON.objectNode();
      tag.put("type", "object").putArray("required").add("type");
      tag.putObject("properties").putObject("type").put("const", subtype.name());
      choices.addObject().putArray("allOf").add(tag).add(reference(subtype.value()));
    }
    return schema;
  }

  private ObjectNode described(Class<?> type) {
    var schema = JSON.objectNode();
    docs.of(type)
        .map(SourceDocs.TypeDoc::summary)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> schema.put("description", text));
    return schema;
  }

  private ObjectNode property(Class<?> owner, RecordComponent component) {
    var schema = schema(component.getGenericType());
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return nullable && !owner.isAnnotationPresent(JsonInclude.class) ? orNull(schema) : schema;
  }

  private static ObjectNode orNull(ObjectNode schema) {
    var either = JSON.objectNode();
    either.putArray("anyOf").add(schema).add(JSON.objectNode().put("type", "null"));
    return either;
  }

  private ObjectNode schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    var plain = (Class<?>) type;
    if (plain == String.class) {
      return JSON.objectNode().put("type", "string");
    } else if (plain == boolean.class || plain == Boolean.class) {
      return JSON.objectNode().put("type", "boolean");
    } else if (plain == int.class || plain == Integer.class) {
      return JSON.objectNode().put("type", "integer").put("format", "int32");
    } else if (plain == long.class || plain == Long.class) {
      return JSON.objectNode().put("type", "integer").put("format", "int64");
    } else if (plain == double.class || plain == Double.class) {
      return JSON.objectNode().put("type", "number").put("format", "double");
    } else if (plain == Instant.class) {
      return JSON.objectNode().put("type", "string").put("format", "date-time");
    } else if (plain == Embedding.class) {
      return JSON.objectNode().put("type", "string").put("contentEncoding", "base64");
    } else if (plain == JsonNode.class) {
      return JSON.objectNode(); // any value
    }
    return plain.isEnum() ? enumeration(plain) : reference(plain);
  }

  private ObjectNode container(ParameterizedType type) {
    var arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      var array = JSON.objectNode().put("type", "array");
      array.set("items", schema(arguments[0]));
      return array;
    } else if (type.getRawType() == Map.class && arguments[0] == String.class) {
      var object = JSON.objectNode().put("type", "object");
      object.set("additionalProperties", schema(arguments[1]));
      return object;
    }
    throw new IllegalArgumentException("no schema for " + type);
  }

  private static ObjectNode enumeration(Class<?> type) {
    var schema = JSON.objectNode().put("type", "string");
    var values = schema.putArray("enum");
    for (Object constant : type.getEnumConstants()) {
      values.add(constantName(type, (Enum<?>) constant));
    }
    return schema;
  }

  private static String constantName(Class<?> type, Enum<?> constant) {
    try {
      var renamed = type.getField(constant.name()).getAnnotation(JsonProperty.class);
      return renamed == null ? constant.name() : renamed.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String jsonName(RecordComponent component) {
    var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }
}
