package io.assay.contracts.wire;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/// Reads times as we write them, `2026-11-25T16:20:00.123456Z`. Every event has two or three, and
/// the general parser of `java.time` takes a quarter of the time in which an event is read.
final class InstantReader extends StdScalarDeserializer<Instant> {

  private static final long serialVersionUID = 1L;

  InstantReader() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      try {
        return ITU.parseDateTime(parser.getText()).toInstant();
      } catch (DateTimeException _) {
        return InstantDeserializer.INSTANT.deserialize(parser, context);
      }
    }
    return InstantDeserializer.INSTANT.deserialize(parser, context);
  }
}
