package io.assay.producer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.assay.contracts.wire.ContractJson;

/// Bodies of requests.
final class Json {

  private Json() {}

  /// A body that is not what it should be; the message says why.
  static final class BadBody extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadBody(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  static <T> T read(String body, Class<T> type) {
    try {
      T value = ContractJson.mapper().readValue(body, type);
      if (value == null) {
        throw new BadBody("the body is null, expected a JSON object");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new BadBody(reason(e));
    }
  }

  private static String reason(JsonProcessingException e) {
    if (e.getCause() instanceof IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
    var path = new StringBuilder();
    if (e instanceof JsonMappingException mapping) {
      mapping
          .getPath()
          .forEach(part -> path.append(path.isEmpty() ? "" : ".").append(part.getFieldName()));
    }
    return "the body is not as expected"
        + (path.isEmpty() ? "" : " at " + path)
        + ": "
        + e.getOriginalMessage();
  }
}
