package io.assay.evaluator.trial;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A second of 440 Hz as a WAV file (16 kHz, 16 bits, one channel).
final class Tone {

  private static final int RATE = 16_000;
  private static final int HEADER = 44;
  private static final double LOUDNESS = 8000;

  private Tone() {}

  static byte[] wav() {
    int size = RATE * Short.BYTES;
    var wav = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVEfmt ")).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * Short.BYTES);
    wav.putShort((short) Short.BYTES).putShort((short) 16).put(ascii("data")).putInt(size);
    for (int i = 0; i < RATE; i++) {
      wav.putShort((short) (LOUDNESS * Math.sin(2 * Math.PI * 440 * i / RATE)));
    }
    return wav.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
