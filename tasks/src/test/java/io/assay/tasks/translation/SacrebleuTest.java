package io.assay.tasks.translation;

import io.assay.tasks.vectors.GoldenFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SacrebleuTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tokenizers.jsonl",
        "bleu_corpus.jsonl",
        "bleu_sentence.jsonl",
        "chrf.jsonl",
        "ter.jsonl"
      })
  void ourNumbersAreTheReferences(String file) {
    GoldenFiles.check(file);
  }
}
