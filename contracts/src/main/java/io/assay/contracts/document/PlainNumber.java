package io.assay.contracts.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/// A text that is a decimal number, as in JSON.
final class PlainNumber {

  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,40}");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");

  private PlainNumber() {}

  static Optional<JsonNode> of(String text) {
    if (INTEGER.matcher(text).matches()) {
      return Optional.of(integer(new BigInteger(text)));
    }
    if (DECIMAL.matcher(text).matches()) {
      return Optional.of(JsonNodeFactory.instance.numberNode(Double.parseDouble(text)));
    }
    return Optional.empty();
  }

  private static JsonNode integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return JsonNodeFactory.instance.numberNode(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? JsonNodeFactory.instance.numberNode(value.longValue())
        : JsonNodeFactory.instance.numberNode(value);
  }
}
