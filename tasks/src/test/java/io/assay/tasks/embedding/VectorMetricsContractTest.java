package io.assay.tasks.embedding;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/// What holds of every metric, of those over pairs and rankings.
class VectorMetricsContractTest {

  @Nested
  class DotSpearman implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("dot_spearman");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class DotPearson implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("dot_pearson");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class EuclideanSpearman implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("euclidean_spearman");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class EuclideanPearson implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("euclidean_pearson");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class ManhattanSpearman implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("manhattan_spearman");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class ManhattanPearson implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("manhattan_pearson");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class CosineSpearmanWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("cosine_spearman", "{\"quantisation\": \"int8\", \"dimensions\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class CosinePearsonWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("cosine_pearson", "{\"quantisation\": \"binary\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class PairAp implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("pair_ap");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class PairAccuracyWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("pair_accuracy", "{\"similarity\": \"max\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class PairF1With implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("pair_f1", "{\"quantisation\": \"uint8\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class BitextF1 implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("bitext_f1");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class BitextAccuracy implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("bitext_accuracy");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class BitextPrecision implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("bitext_precision");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class BitextRecallWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("bitext_recall", "{\"quantisation\": \"int8\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.pair(random, number);
    }
  }

  @Nested
  class NdcgGradedWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("ndcg", "{\"k\": 3}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.graded(random, number);
    }
  }

  @Nested
  class Map2GradedWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("map@2", "{\"similarity\": \"dot\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.graded(random, number);
    }
  }

  @Nested
  class NaucGradedWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("nauc", "{\"confidence\": \"diff1\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.graded(random, number);
    }
  }

  @Nested
  class Map10 implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("map@10");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.queryOrPassage(random, number);
    }
  }

  @Nested
  class Mrr10 implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("mrr@10");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.queryOrPassage(random, number);
    }
  }

  @Nested
  class Precision5 implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("precision@5");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.queryOrPassage(random, number);
    }
  }

  @Nested
  class HitRate1 implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("hit_rate@1");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.queryOrPassage(random, number);
    }
  }

  @Nested
  class Recall3With implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("recall@3", "{\"quantisation\": \"binary\", \"scores\": \"single\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.queryOrPassage(random, number);
    }
  }

  @Nested
  class NaucWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("nauc", "{\"of\": \"map\", \"k\": 3}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.queryOrPassage(random, number);
    }
  }
}
