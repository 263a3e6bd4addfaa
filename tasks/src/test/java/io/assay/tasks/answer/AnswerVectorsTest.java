package io.assay.tasks.answer;

import io.assay.tasks.vectors.GoldenFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerVectorsTest {

  @ParameterizedTest
  @ValueSource(strings = {"squad.jsonl", "exact_match.jsonl", "gsm8k.jsonl", "drop_mgsm.jsonl"})
  void answersAreJudgedAsTheReferencesJudgeThem(String file) {
    GoldenFiles.check(file);
  }

  @Test
  void recordedSolutionsAreJudgedAsTheReferencesJudgeThem() throws IOException {
    GoldenFiles.checkShared("text/gsm8k.jsonl");
  }
}
