package io.assay.tasks.likelihood;

import io.assay.tasks.vectors.GoldenFiles;
import org.junit.jupiter.api.Test;

class LikelihoodVectorsTest {

  @Test
  void numbersAreThoseOfTheHarness() {
    GoldenFiles.check("loglikelihood.jsonl");
  }
}
