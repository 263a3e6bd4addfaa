package io.assay.tasks.translation;

import io.assay.tasks.vectors.GoldenFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingReferenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"bootstrap_corpus.jsonl", "paired_randomization.jsonl"})
  void itResamplesAsSacreBleuDoes(String file) {
    GoldenFiles.check(file);
  }
}
