package io.assay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptsTest {

  private static final Path SOURCE = Path.of("src/main/resources/io/assay/sandbox/python");

  @Test
  void everyScriptIsListed() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCE)) {
      assertThat(
              files
                  .filter(each -> each.toString().endsWith(".py"))
                  .map(each -> SOURCE.relativize(each).toString()))
          .containsExactlyInAnyOrderElementsOf(Scripts.FILES);
    }
  }

  @Test
  void theyAreGoneWithTheSandbox() throws IOException {
    Path slot;
    try (Scripts scripts = Scripts.unpack()) {
      slot = scripts.slot();
      assertThat(slot).exists();
    }
    assertThat(slot.getParent()).doesNotExist();
  }
}
