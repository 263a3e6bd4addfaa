package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqMap;
import dev.hardwood.row.PqStruct;
import dev.hardwood.row.PqVariant;
import dev.hardwood.row.StructAccessor;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Values of Parquet as JSON: structs and maps are objects, lists arrays, dates and times texts as
/// ISO 8601 writes them, bytes text where they are UTF-8 and else Base64.
final class ParquetValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ParquetValues() {}

  /// Adds the fields of a row or struct to an object.
  static ObjectNode fields(StructAccessor struct, ObjectNode object) {
    for (int i = 0; i < struct.getFieldCount(); i++) {
      object.set(
          struct.getFieldName(i), struct.isNull(i) ? JSON.nullNode() : json(struct.getValue(i)));
    }
    return object;
  }

  private static JsonNode json(@Nullable Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case String text -> JSON.textNode(text);
      case Boolean flag -> JSON.booleanNode(flag);
      case Integer number -> JSON.numberNode(number.intValue());
      case Long number -> JSON.numberNode(number.longValue());
      case Float number -> JSON.numberNode(number.floatValue());
      case Double number -> JSON.numberNode(number.doubleValue());
      case BigDecimal number -> JSON.numberNode(number);
      case byte[] bytes -> bytes(bytes);
      case PqStruct struct -> fields(struct, JSON.objectNode());
      case PqList list -> list(list);
      case PqMap map -> map(map);
      case PqVariant variant -> variant(variant);
      default -> JSON.textNode(value.toString());
    };
  }

  private static ArrayNode list(PqList list) {
    var array = JSON.arrayNode(list.size());
    for (int i = 0; i < list.size(); i++) {
      array.add(list.isNull(i) ? JSON.nullNode() : json(list.get(i)));
    }
    return array;
  }

  private static ObjectNode map(PqMap map) {
    var object = JSON.objectNode();
    for (var entry : map.getEntries()) {
      object.set(
          json(entry.getKey()).asText(),
          entry.isValueNull() ? JSON.nullNode() : json(entry.getValue()));
    }
    return object;
  }

  private static JsonNode variant(PqVariant variant) {
    return switch (variant.type()) {
      case NULL -> JSON.nullNode();
      case OBJECT -> {
        var object = JSON.objectNode();
        var fields = variant.asObject();
        for (int i = 0; i < fields.getFieldCount(); i++) {
          String name = fields.getFieldName(i);
          object.set(name, json(fields.getVariant(name)));
        }
        yield object;
      }
      case ARRAY -> {
        var array = JSON.arrayNode();
        variant.asArray().forEach(item -> array.add(json(item)));
        yield array;
      }
      case BOOLEAN_TRUE, BOOLEAN_FALSE -> JSON.booleanNode(variant.asBoolean());
      case INT8, INT16, INT32, INT64 -> JSON.numberNode(variant.asLong());
      case FLOAT -> JSON.numberNode(variant.asFloat());
      case DOUBLE -> JSON.numberNode(variant.asDouble());
      case DECIMAL4, DECIMAL8, DECIMAL16 -> JSON.numberNode(variant.asDecimal());
      case STRING -> JSON.textNode(variant.asString());
      case BINARY -> bytes(variant.asBinary());
      case DATE -> JSON.textNode(variant.asDate().toString());
      case TIMESTAMP, TIMESTAMP_NANOS -> JSON.textNode(variant.asTimestamp().toString());
      case TIMESTAMP_NTZ, TIMESTAMP_NTZ_NANOS ->
          JSON.textNode(variant.asLocalTimestamp().toString());
      case TIME_NTZ -> JSON.textNode(variant.asTime().toString());
      case UUID -> JSON.textNode(variant.asUuid().toString());
    };
  }

  private static JsonNode bytes(byte[] bytes) {
    try {
      return JSON.textNode(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return JSON.binaryNode(bytes);
    }
  }
}
