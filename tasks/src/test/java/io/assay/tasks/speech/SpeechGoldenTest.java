package io.assay.tasks.speech;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.tasks.Golden;
import io.assay.tasks.vectors.GoldenFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechGoldenTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wer.jsonl",
        "cer.jsonl",
        "whisper_basic.jsonl",
        "whisper_english.jsonl",
        "whisper_numbers.jsonl"
      })
  void itAgreesWithJiwerAndWhisper(String file) {
    GoldenFiles.check(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wer.jsonl", "cer.jsonl", "whisper_english.jsonl"})
  void itAgreesOnTextsThatMayNotBeCopied(String file) throws IOException {
    Optional<Path> shared = Golden.sharedGoldenFile("text/" + file);
    assumeTrue(shared.isPresent(), "the shared golden files are absent");

    GoldenFiles.check(Golden.rows(shared.get()), shared.get().resolveSibling("."));
  }
}
