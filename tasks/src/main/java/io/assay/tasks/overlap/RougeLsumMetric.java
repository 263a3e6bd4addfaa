package io.assay.tasks.overlap;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Mean F-measure of ROUGE-Lsum from 0 to 1, as Google's `rouge-score` computes it: common
/// subsequences of the target's lines with the answer's. Texts are not split into sentences: write
/// one sentence on a line.
@AutoService(MetricFactory.class)
public final class RougeLsumMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return RougeJudge.info(
        "rougeLsum", "Mean F-measure of common subsequences line by line (ROUGE-Lsum).");
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
