package io.assay.tasks.embedding;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.OptionalDouble;

/// The mean over labels of F1, by a vote of neighbours on frozen vectors, as in MTEB's multilabel
/// classification; labels of which neither truth nor vote has any count 0.
@AutoService(MetricFactory.class)
public final class MultilabelF1 implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "multilabel_f1",
        "F1 of a vote of neighbours (mean over labels).",
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
        double sum = 0;
        int labels = truth.length == 0 ? 0 : truth[0].length;
        for (int label = 0; label < labels; label++) {
          sum += f1(truth, said, weights, label);
        }
        return labels == 0 || java.util.Arrays.stream(weights).allMatch(each -> each == 0)
            ? OptionalDouble.empty()
            : OptionalDouble.of(sum / labels);
      }

      private double f1(boolean[][] truth, boolean[][] said, int[] weights, int label) {
        long right = 0;
        long either = 0;
        for (int i = 0; i < weights.length; i++) {
          right += truth[i][label] && said[i][label] ? weights[i] : 0;
          either += truth[i][label] ? weights[i] : 0;
          either += said[i][label] ? weights[i] : 0;
        }
        return either == 0 ? 0 : 2.0 * right / either;
      }
    };
  }
}
