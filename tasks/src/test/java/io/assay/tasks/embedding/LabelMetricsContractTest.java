package io.assay.tasks.embedding;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/// What holds of every metric, of those over labels and summaries.
class LabelMetricsContractTest {

  @Nested
  class PMrr implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("p_mrr");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.queryOrPassage(random, number);
    }
  }

  @Nested
  class LogregAccuracyWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("logreg_accuracy", "{\"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class LogregF1With implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("logreg_f1", "{\"samples_per_label\": 0}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class LogregApWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("logreg_ap", "{\"dimensions\": 3}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class KnnAccuracyWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("knn_accuracy", "{\"k\": 3}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class KnnF1With implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("knn_f1", "{\"similarity\": \"cosine\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class VMeasureWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("v_measure", "{\"draw\": 40, \"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class NmiWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("nmi", "{\"draw\": 40, \"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class AmiWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("ami", "{\"draw\": 40, \"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class AriWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("ari", "{\"draw\": 40, \"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class HomogeneityWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("homogeneity", "{\"draw\": 40, \"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class CompletenessWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("completeness", "{\"draw\": 40, \"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class FowlkesMallowsWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("fowlkes_mallows", "{\"draw\": 40, \"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class ClusterAccuracyWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("cluster_accuracy", "{\"draw\": 40, \"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class PurityWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("purity", "{\"draw\": 40, \"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelled(random, number);
    }
  }

  @Nested
  class MultilabelAccuracyWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("multilabel_accuracy", "{\"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelSet(random, number);
    }
  }

  @Nested
  class MultilabelF1With implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("multilabel_f1", "{\"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelSet(random, number);
    }
  }

  @Nested
  class MultilabelLrapWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("multilabel_lrap", "{\"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelSet(random, number);
    }
  }

  @Nested
  class MultilabelHammingWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("multilabel_hamming", "{\"experiments\": 2}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.labelSet(random, number);
    }
  }

  @Nested
  class SummarySpearman implements MetricContract {
    @Override
    public MetricSpec spec() {
      return MetricSpec.of("summary_spearman");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.summaries(random, number);
    }
  }

  @Nested
  class SummaryPearsonWith implements MetricContract {
    @Override
    public MetricSpec spec() {
      return Judging.spec("summary_pearson", "{\"similarity\": \"dot\"}");
    }

    @Override
    public Case anyCase(Random random, int number) {
      return EmbeddingCases.summaries(random, number);
    }
  }
}
