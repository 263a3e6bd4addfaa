package io.assay.tasks.embedding;

import io.assay.tasks.vectors.GoldenFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingVectorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bitext_mining",
        "classification_metrics",
        "clustering_kmeans",
        "clustering_metrics",
        "correlation",
        "fewshot_sampling",
        "knn_probe",
        "logreg_probe",
        "multilabel_metrics",
        "nauc",
        "p_mrr",
        "pair_classification",
        "reranking",
        "retrieval",
        "similarity",
        "sts",
        "summarization"
      })
  void itAgreesWithTheReferences(String name) {
    GoldenFiles.check("embeddings/" + name + ".jsonl");
  }
}
