package io.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/// A vector of 32-bit floats. In JSON: base64 of its little-endian bytes, as OpenAI's
/// `encoding_format: base64`.
public final class Embedding {

  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /// Copies `values`.
  public static Embedding of(float... values) {
    return new Embedding(values.clone());
  }

  /// Reads what [#base64] wrote.
  ///
  /// @throws IllegalArgumentException where the text is no base64 or no whole number of floats
  @JsonCreator
  public static Embedding parse(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length % Float.BYTES != 0) {
      throw new IllegalArgumentException(
          "vector has " + bytes.length + " bytes, expected a multiple of 4");
    }
    var values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return new Embedding(values);
  }

  /// The vector as text.
  @JsonValue
  public String base64() {
    var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /// How many numbers it has.
  public int dimensions() {
    return values.length;
  }

  /// The number at a place, from 0.
  public float at(int index) {
    return values[index];
  }

  /// A copy of its numbers.
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding vector && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding[" + values.length + "]";
  }
}
