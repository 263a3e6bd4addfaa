package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// Label ranking average precision of the votes on frozen vectors, where labels said rank above
/// those not said, as MTEB computes it.
@AutoService(MetricFactory.class)
public final class MultilabelLrap implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "multilabel_lrap",
        "Label ranking average precision of a vote of neighbours (mean over texts).",
        List.of("embedding"),
        true,
        0,
        1,
        1,
        "https://scikit-learn.org/stable/modules/model_evaluation.html#label-ranking-average-precision");
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
        return mean(weights, i -> averagePrecision(truth[i], said[i]));
      }

      private double averagePrecision(boolean[] truth, boolean[] said) {
        double[] scores = new double[said.length];
        java.util.Arrays.setAll(scores, label -> said[label] ? 1 : 0);
        return new Multilabel.Ranked(new boolean[][] {truth}, new double[][] {scores})
            .averagePrecision();
      }
    };
  }
}
