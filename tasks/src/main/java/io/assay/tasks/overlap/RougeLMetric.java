package io.assay.tasks.overlap;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Mean F-measure of ROUGE-L from 0 to 1, as Google's `rouge-score` computes it: the longest common
/// subsequence of words, across lines.
@AutoService(MetricFactory.class)
public final class RougeLMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return RougeJudge.info(
        "rougeL", "Mean F-measure of the longest common subsequence of words (ROUGE-L).");
  }

  @Override
  public List<Param> params() {
    return RougeJudge.params();
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new RougeJudge(this, Params.of(spec, this));
  }
}
