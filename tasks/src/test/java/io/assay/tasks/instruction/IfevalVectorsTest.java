package io.assay.tasks.instruction;

import io.assay.tasks.vectors.GoldenFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class IfevalVectorsTest {

  @Test
  void instructionsAreFollowedAsIfevalSays() throws IOException {
    GoldenFiles.checkShared("text/ifeval.jsonl");
  }
}
