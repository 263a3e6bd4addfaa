package io.assay.contracts.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Reads texts that may or may not be JSON, such as a model's answers. Nothing may follow the
/// value.
public final class StrictJson {

  /// Python's own bound on the digits of a whole number.
  private static final int DIGITS = 4300;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNumberLength(DIGITS).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectReader STANDARD = MAPPER.reader();
  private static final ObjectReader PYTHON =
      MAPPER.reader().with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);

  private StrictJson() {}

  /// What a text is.
  public sealed interface Read {

    /// JSON, with this value.
    record Valid(JsonNode value) implements Read {}

    /// No JSON.
    ///
    /// @param reason what is wrong and where, for people
    record Invalid(String reason) implements Read {}
  }

  /// Reads JSON as its standard (RFC 8259) says.
  public static Read standard(String text) {
    return read(STANDARD, text);
  }

  /// Reads what Python's `json.loads` reads: also `NaN`, `Infinity` and `-Infinity`.
  public static Read python(String text) {
    return read(PYTHON, text);
  }

  private static Read read(ObjectReader reader, String text) {
    try {
      JsonNode value = reader.readTree(text);
      return value.isMissingNode() ? new Read.Invalid("there is no text") : new Read.Valid(value);
    } catch (JsonProcessingException e) {
      return new Read.Invalid(e.getOriginalMessage() + place(e));
    }
  }

  private static String place(JsonProcessingException e) {
    var at = e.getLocation();
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
