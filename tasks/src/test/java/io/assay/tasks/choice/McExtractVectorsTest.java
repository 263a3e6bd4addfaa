package io.assay.tasks.choice;

import io.assay.tasks.vectors.GoldenFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class McExtractVectorsTest {

  @Test
  void lettersAreFoundAsTheReferencesFindThem() {
    GoldenFiles.check("mc_extract.jsonl");
  }

  @Test
  void lettersOfRecordedAnswersAreFoundAsTheReferencesFindThem() throws IOException {
    GoldenFiles.checkShared("text/mc_extract.jsonl");
  }
}
