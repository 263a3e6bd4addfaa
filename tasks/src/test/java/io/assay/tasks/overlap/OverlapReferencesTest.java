package io.assay.tasks.overlap;

import io.assay.tasks.vectors.GoldenFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapReferencesTest {

  @ParameterizedTest
  @ValueSource(strings = {"rouge.jsonl", "porter_stemmer.jsonl", "meteor.jsonl"})
  void ourNumbersAreTheReferences(String file) {
    GoldenFiles.check(file);
  }
}
