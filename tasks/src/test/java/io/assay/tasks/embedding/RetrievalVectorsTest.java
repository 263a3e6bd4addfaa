package io.assay.tasks.embedding;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.tasks.Golden;
import io.assay.tasks.vectors.GoldenFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are large: they run where the shared ones are present.
class RetrievalVectorsTest {

  @ParameterizedTest
  @ValueSource(strings = {"retrieval", "nauc", "p_mrr", "clustering_metrics"})
  void itAgreesWithTheReferences(String name) throws IOException {
    Optional<Path> file = Golden.sharedGoldenFile("embeddings/" + name + ".jsonl");
    assumeTrue(file.isPresent(), name + " is not here: set assay.shared.data");

    GoldenFiles.check(
        Golden.rows(file.orElseThrow()), Objects.requireNonNull(file.orElseThrow().getParent()));
  }
}
