package io.assay.producer.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Header;

/// Reads how long an MP3 file is: only the sum of its frames says it, since their rates may vary.
final class Mp3Recording {

  private Mp3Recording() {}

  static Recording of(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return of(new Bitstream(in));
    } catch (BitstreamException e) {
      throw new IllegalArgumentException("the recording is damaged: " + e.getMessage(), e);
    }
  }

  private static Recording of(Bitstream frames) throws BitstreamException {
    double millis = 0;
    int rate = 0;
    for (Header frame = frames.readFrame(); frame != null; frame = frames.readFrame()) {
      millis += frame.ms_per_frame();
      rate = frame.frequency();
      frames.closeFrame();
    }
    if (rate == 0) {
      throw new IllegalArgumentException("there is no frame of MP3 in the file");
    }
    return new Recording("audio/mpeg", millis / 1000, rate);
  }
}
