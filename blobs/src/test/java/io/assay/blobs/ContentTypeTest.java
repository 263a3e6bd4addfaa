package io.assay.blobs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

  @ParameterizedTest
  @CsvSource({
    "RIFF....WAVEfmt, audio/wav",
    "RIFF....WEBPVP8, image/webp",
    "fLaC, audio/flac",
    "OggS, audio/ogg",
    "ID3, audio/mpeg",
    "ÿû, audio/mpeg",
    "ÿØÿà, image/jpeg",
    "GIF89a, image/gif",
    "BM6, image/bmp"
  })
  void knownKindsAreTold(String start, String type) {
    assertThat(ContentType.of(start.getBytes(ISO_8859_1))).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "R", "RIFF", "RIFF....AVI ", "<svg", "<html>", "%PDF", "ÿ"})
  void othersAreUnknown(String start) {
    assertThat(ContentType.of(start.getBytes(ISO_8859_1))).isEmpty();
  }

  @Test
  void aStreamIsStillWholeAfterwards() throws IOException {
    var stream = ContentType.buffered(new ByteArrayInputStream("GIF89a...".getBytes(ISO_8859_1)));

    assertThat(ContentType.of(stream)).contains("image/gif");
    assertThat(stream.readAllBytes()).asString(ISO_8859_1).isEqualTo("GIF89a...");
  }
}
