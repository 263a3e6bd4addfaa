package io.assay.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobStoreTest {

  private static final String HELLO =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir Path folder;
  private FolderBlobStore store = new FolderBlobStore(Path.of("unset"), 1);

  @BeforeEach
  void open() {
    store = new FolderBlobStore(folder, 1000);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private Blob put(String job, String text) throws IOException {
    return store.of(job).put("audio/wav", bytes(text));
  }

  private List<Path> files() throws IOException {
    try (var inside = Files.walk(folder)) {
      return inside.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aBlobIsItsContent() throws IOException {
    assertThat(put("j1", "hello")).isEqualTo(new Blob(HELLO, "audio/wav", 5));
  }

  @Test
  void whatWasPutIsRead() throws IOException {
    var blob = put("j1", "hello");

    try (var in = store.of("j1").open(blob)) {
      assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("hello");
    }
    assertThat(store.of("j1").file(blob)).hasContent("hello");
    assertThat(store.of("j1").exists(blob)).isTrue();
  }

  @Test
  void equalBytesOfAJobAreStoredOnce() throws IOException {
    put("j1", "hello");
    put("j1", "hello");

    assertThat(files()).hasSize(1);
  }

  @Test
  void aJobsMediaGoWithoutThoseOfAnother() throws IOException {
    var blob = put("j1", "hello");
    put("j2", "hello");

    store.delete("j1");
    store.delete("never-there");

    assertThat(store.of("j1").exists(blob)).isFalse();
    assertThat(store.of("j2").exists(blob)).isTrue();
    assertThat(folder.resolve("j1")).doesNotExist();
  }

  @Test
  void aMissingBlobIsNamed() {
    var blob = new Blob(HELLO, "image/png", 5);

    assertThatThrownBy(() -> store.of("j1").open(blob))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(HELLO)
        .hasMessageContaining("assay.blobs.dir");
    assertThatThrownBy(() -> store.of("j1").file(blob)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void changedBytesAreFoundAtTheirEnd() throws IOException {
    var blob = put("j1", "hello");
    Files.writeString(store.of("j1").file(blob), "jello");

    try (var in = store.of("j1").open(blob)) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("has changed");
    }
  }

  @Test
  void skippedBytesAreCheckedToo() throws IOException {
    var blob = put("j1", "hello");

    try (var in = store.of("j1").open(blob)) {
      in.skipNBytes(3);
      assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("lo");
    }
  }

  @Test
  void tooManyBytesAreRefusedAndLeaveNothing() throws IOException {
    assertThatThrownBy(() -> put("j1", "x".repeat(1001)))
        .isInstanceOf(BlobTooLargeException.class)
        .hasMessageContaining("1000 bytes");
    assertThat(files()).isEmpty();
  }

  @Test
  void aBrokenStreamLeavesNothing() throws IOException {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("line cut");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("line cut");
          }
        };

    assertThatThrownBy(() -> store.of("j1").put("audio/wav", broken)).hasMessage("line cut");
    assertThat(files()).isEmpty();
  }

  @Test
  void aJobIdIsNoPath() {
    assertThatThrownBy(() -> store.of("../x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.delete("..")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyWritersOfOneBlobAgree() throws Exception {
    Callable<Blob> put = () -> put("j1", "hello");
    var blobs = new HashSet<Blob>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> put).toList())) {
        blobs.add(each.get());
      }
    }
    assertThat(blobs).hasSize(1);
    assertThat(files()).hasSize(1);
  }

  @Test
  void withoutAStoreItIsSaidWhatToSet() {
    assertThatThrownBy(() -> new NoBlobStore().of("j1").put("audio/wav", bytes("x")))
        .hasMessageContaining("assay.blobs.dir");
  }
}
