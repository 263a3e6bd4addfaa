package io.assay.tasks.edit;

import io.assay.tasks.vectors.GoldenFiles;
import org.junit.jupiter.api.Test;

class EditDistanceVectorsTest {

  @Test
  void distancesAreThoseOfRapidfuzz() {
    GoldenFiles.check("edit_distance.jsonl");
  }
}
