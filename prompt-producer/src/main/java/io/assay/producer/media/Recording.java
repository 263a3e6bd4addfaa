package io.assay.producer.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.gagravarr.flac.FlacFile;

/// What a file of audio is, without its samples: WAV of every kind, AIFF, AU, FLAC, MP3, Ogg with
/// Vorbis or Opus. The content decides what it is, not the file's name.
///
/// @param mediaType `audio/wav`, …
/// @param seconds how long it is; above 0
/// @param sampleRate samples a second
public record Recording(String mediaType, double seconds, int sampleRate) {

  private static final int SHOWN = 12;

  public Recording {
    if (!(seconds > 0 && Double.isFinite(seconds))) {
      throw new IllegalArgumentException("the recording is empty");
    }
    if (sampleRate < 1) {
      throw new IllegalArgumentException(
          "the recording says it has " + sampleRate + " samples a second");
    }
  }

  /// Reads a file.
  ///
  /// @throws IllegalArgumentException where it is no audio of a known kind, is damaged or cut off,
  ///   or is empty
  public static Recording of(Path file) {
    try {
      return read(file, beginning(file));
    } catch (IOException | UnsupportedAudioFileException e) {
      throw new IllegalArgumentException("the recording is damaged: " + e.getMessage(), e);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
      // Libraries run past the end of files that are cut off.
      throw new IllegalArgumentException("the recording is damaged or cut off", e);
    }
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.copyOf(in.readNBytes(SHOWN), SHOWN);
    }
  }

  private static Recording read(Path file, byte[] start)
      throws IOException, UnsupportedAudioFileException {
    String four = new String(start, 0, 4, StandardCharsets.ISO_8859_1);
    return switch (four) {
      case "RIFF", "RIFX", "RF64" -> pcm(file, "audio/wav");
      case "FORM" -> pcm(file, "audio/aiff");
      case ".snd" -> pcm(file, "audio/basic");
      case "fLaC" -> flac(file);
      case "OggS" -> OggRecording.of(file);
      default -> {
        if (four.startsWith("ID3") || (ByteBuffer.wrap(start).getShort() & 0xFFE0) == 0xFFE0) {
          yield Mp3Recording.of(file);
        }
        throw new IllegalArgumentException(
            "no audio of a known kind (WAV, AIFF, AU, FLAC, MP3, Ogg)");
      }
    };
  }

  private static Recording pcm(Path file, String mediaType)
      throws IOException, UnsupportedAudioFileException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      var description = AudioSystem.getAudioFileFormat(in);
      AudioFormat format = description.getFormat();
      long there = Files.size(file) / Math.max(1, format.getFrameSize());
      long frames = description.getFrameLength();
      if (frames > there) {
        throw new IllegalArgumentException(
            "the recording is cut off: it says it has %d samples, but the file has at most %d"
                .formatted(frames, there));
      }
      long known = frames == AudioSystem.NOT_SPECIFIED ? there : frames;
      return new Recording(
          mediaType, known / (double) format.getFrameRate(), Math.round(format.getSampleRate()));
    }
  }

  /// Encoders of endless streams leave the number of samples out.
  private static Recording flac(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        FlacFile flac = FlacFile.open(in)) {
      int rate = flac.getInfo().getSampleRate();
      long samples = flac.getInfo().getNumberOfSamples();
      if (samples == 0) {
        throw new IllegalArgumentException("the FLAC file does not say how long it is");
      }
      return new Recording("audio/flac", samples / (double) rate, rate);
    }
  }
}
