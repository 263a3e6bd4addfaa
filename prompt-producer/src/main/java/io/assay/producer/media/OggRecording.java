package io.assay.producer.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gagravarr.ogg.OggPacket;
import org.gagravarr.ogg.OggPacketReader;
import org.gagravarr.ogg.OggStreamIdentifier;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.vorbis.VorbisInfo;

/// Reads how long an Ogg file is: its last page says it, so that all of them are passed over.
final class OggRecording {

  /// Positions in Opus count at this rate, whatever the recording's own is (RFC 7845).
  private static final int OPUS_RATE = 48_000;

  private OggRecording() {}

  static Recording of(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      var packets = new OggPacketReader(in);
      OggPacket first = packets.getNextPacket();
      if (first == null) {
        throw new IllegalArgumentException("the Ogg file is empty");
      }
      var type = OggStreamIdentifier.identifyType(first);
      if (type.equals(OggStreamIdentifier.OPUS_AUDIO)
          || type.equals(OggStreamIdentifier.OPUS_AUDIO_ALT)) {
        var info = new OpusInfo(first);
        long samples = length(packets, first.getSid()) - info.getPreSkip();
        return new Recording("audio/ogg", samples / (double) OPUS_RATE, OPUS_RATE);
      }
      if (type.equals(OggStreamIdentifier.OGG_VORBIS)) {
        int rate = new VorbisInfo(first).getSampleRate();
        return new Recording("audio/ogg", length(packets, first.getSid()) / (double) rate, rate);
      }
      throw new IllegalArgumentException(
          "the Ogg file holds " + type.mimetype + ", expected Vorbis or Opus");
    }
  }

  private static long length(OggPacketReader packets, int stream) throws IOException {
    long position = 0;
    boolean ended = false;
    for (var packet = packets.getNextPacketWithSid(stream);
        packet != null;
        packet = packets.getNextPacketWithSid(stream)) {
      position = Math.max(position, packet.getGranulePosition());
      ended = packet.isEndOfStream();
    }
    if (!ended) {
      throw new IllegalArgumentException("the recording is cut off: its last page is missing");
    }
    return position;
  }
}
