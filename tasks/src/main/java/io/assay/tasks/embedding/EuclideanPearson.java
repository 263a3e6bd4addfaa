package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.statistics.Correlation;
import java.util.List;
import java.util.OptionalDouble;

/// Pearson's correlation of the negated Euclidean distance with gold scores, one of the scores of sentence-similarity tasks in MTEB and of the STS
/// benchmark.
@AutoService(MetricFactory.class)
public final class EuclideanPearson implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "euclidean_pearson",
        "Linear correlation of the vectors' negated Euclidean distance with the similarity that people gave.",
        List.of("embedding"),
        true,
        -1,
        1,
        1,
        "https://arxiv.org/abs/2210.07316");
  }

  @Override
  public List<Param> params() {
    return PairCorrelation.PARAMS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new PairCorrelation(this, Params.of(spec, this), Similarity.EUCLIDEAN) {
      @Override
      OptionalDouble of(Correlation pairs, int[] weights) {
        return pairs.pearson(weights);
      }
    };
  }
}
