package io.assay.tasks.overlap;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Mean F-measure of ROUGE-2 from 0 to 1, as Google's `rouge-score` computes it: shared pairs of
/// adjacent words.
@AutoService(MetricFactory.class)
public final class Rouge2Metric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return RougeJudge.info("rouge2", "Mean F-measure of shared pairs of words (ROUGE-2).");
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
