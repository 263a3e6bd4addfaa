package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// The share of texts whose labels are all right and complete, by a vote of neighbours on frozen
/// vectors: the main score of multilabel classification in MTEB.
@AutoService(MetricFactory.class)
public final class MultilabelAccuracy implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "multilabel_accuracy",
        "Share of texts of which a vote of neighbours gets all labels right.",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2210.07316");
  }

  @Override
  public List<Param> params() {
    return MultilabelMetric.PARAMS;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new MultilabelMetric(this, Params.of(spec, this)) {
      @Override
      OptionalDouble score(boolean[][] truth, boolean[][] said, int[] weights) {
        return mean(
            weights, i -> new Multilabel(new boolean[][] {truth[i]}, new boolean[][] {said[i]}).subsetAccuracy());
      }
    };
  }
}
