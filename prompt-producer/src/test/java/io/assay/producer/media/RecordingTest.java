package io.assay.producer.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.contracts.wire.ContractJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingTest {

  /// Tones of our own, made with SoX and opusenc.
  private static final Path FOLDER = Path.of("src/test/resources/media");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "u-law-8.wav, audio/wav, 0.25, 8000",
    "a-law-8.wav, audio/wav, 0.25, 8000",
    "unsigned-integer-8.wav, audio/wav, 0.25, 8000",
    "signed-integer-16.wav, audio/wav, 0.25, 8000",
    "signed-integer-24.wav, audio/wav, 0.25, 8000",
    "signed-integer-32.wav, audio/wav, 0.25, 8000",
    "floating-point-32.wav, audio/wav, 0.25, 8000",
    "tone.aiff, audio/aiff, 0.25, 8000",
    "tone.au, audio/basic, 0.25, 8000",
    "tone.flac, audio/flac, 0.5, 8000",
    "tone.ogg, audio/ogg, 0.5, 8000",
    "tone.opus, audio/ogg, 0.5, 48000"
  })
  void everyKindSaysHowLongItIs(String file, String type, double seconds, int rate) {
    var recording = Recording.of(FOLDER.resolve(file));

    assertThat(recording.mediaType()).isEqualTo(type);
    assertThat(recording.seconds()).isCloseTo(seconds, within(1e-6));
    assertThat(recording.sampleRate()).isEqualTo(rate);
  }

  /// Encoders of MP3 add silence up to whole frames.
  @Test
  void anMp3IsAsLongAsItsFrames() {
    var recording = Recording.of(FOLDER.resolve("tone.mp3"));

    assertThat(recording.mediaType()).isEqualTo("audio/mpeg");
    assertThat(recording.seconds()).isBetween(0.5, 0.65);
    assertThat(recording.sampleRate()).isEqualTo(16_000);
  }

  static List<String> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aWrongNameDoesNotMatter(String file) throws IOException {
    Path renamed = Files.copy(FOLDER.resolve(file), folder.resolve("cat.png"));

    assertThat(Recording.of(renamed)).isEqualTo(Recording.of(FOLDER.resolve(file)));
  }

  /// Whatever the bytes are: a recording, or a reason.
  @ParameterizedTest
  @MethodSource("files")
  void damageIsAReasonAndNothingElse(String file) throws IOException {
    byte[] whole = Files.readAllBytes(FOLDER.resolve(file));
    var random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int k = 0; k < damaged.length / 50; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Path written = Files.write(folder.resolve("damaged"), damaged);
      try {
        assertThat(Recording.of(written).seconds()).isPositive();
      } catch (IllegalArgumentException reason) {
        assertThat(reason).hasMessageNotContaining("null");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"signed-integer-16.wav", "tone.ogg", "tone.opus", "tone.au"})
  void aRecordingThatIsCutOffIsRefused(String file) throws IOException {
    byte[] whole = Files.readAllBytes(FOLDER.resolve(file));
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> Recording.of(cut))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".*(cut off|damaged).*");
  }

  @Test
  void whatIsNoAudioIsRefused() throws IOException {
    assertThatThrownBy(() -> Recording.of(Files.writeString(folder.resolve("a.wav"), "hello")))
        .hasMessageContaining("no audio of a known kind");
    assertThatThrownBy(() -> Recording.of(Files.write(folder.resolve("b.wav"), new byte[0])))
        .hasMessageContaining("no audio of a known kind");
  }

  /// The header alone: two hours of silence need not be there to be refused, but they must not be
  /// believed either.
  @Test
  void anEmptyWavIsRefused() throws IOException {
    Path empty = Files.write(folder.resolve("empty.wav"), wav(8000, 0));

    assertThatThrownBy(() -> Recording.of(empty)).hasMessageContaining("empty");
  }

  static byte[] wav(int rate, int samples) {
    return ByteBuffer.allocate(44 + samples)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .putInt(36 + samples)
        .put("WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(rate)
        .putInt(rate)
        .putShort((short) 1)
        .putShort((short) 8)
        .put("data".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
        .putInt(samples)
        .array();
  }

  @Test
  void realRecordingsAreRead() throws IOException {
    String shared = System.getenv("ASSAY_SHARED_DATA");
    assumeTrue(shared != null, "ASSAY_SHARED_DATA names no folder with recordings");
    Path speech = Path.of(shared, "speech");
    for (String line : Files.readAllLines(speech.resolve("manifest.jsonl"))) {
      String file = ContractJson.mapper().readTree(line).path("file").asText();
      assertThat(Recording.of(speech.resolve(file)).seconds()).as(file).isBetween(0.1, 60.0);
    }
  }
}
