package io.assay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.wire.ContractJson;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Messages to and from a slot: a length of four bytes, then JSON.
final class Frames {

  private static final int LONGEST = 64 * 1024 * 1024;

  private Frames() {}

  static void write(OutputStream out, JsonNode message) throws IOException {
    byte[] body = ContractJson.mapper().writeValueAsBytes(message);
    byte[] frame = ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array();
    out.write(frame);
    out.flush();
  }

  /// The next message.
  ///
  /// @throws EOFException where there is none
  static JsonNode read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("a message of " + length + " bytes is too long");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("a message ends early");
    }
    return ContractJson.mapper().readTree(body);
  }
}
