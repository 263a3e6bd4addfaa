package io.assay.tasks.code;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Optional;

/// pass@k: how likely at least one of `k` programs for a task passes its tests, by the unbiased
/// estimator over all programs for the task; the mean over tasks. Written `pass@1`, `pass@10`;
/// needs `k` epochs or more.
@AutoService(MetricFactory.class)
public final class PassAtK implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "pass",
        "Chance that at least one of k programs passes its tests (pass@k).",
        CodeRuns.TASK_TYPES,
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2107.03374");
  }

  @Override
  public List<Param> params() {
    return PassMetric.PARAMS;
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public boolean runsPrograms() {
    return true;
  }

  @Override
  public Optional<String> unavailable() {
    return ProgramRunners.unavailable();
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new AnyOf(this, Params.of(spec, this));
  }

  private static final class AnyOf extends PassMetric {
    AnyOf(MetricFactory factory, Params params) {
      super(factory, params);
    }

    @Override
    double estimate(long n, long c, int k) {
      return PassEstimate.anyOf(n, c, k);
    }
  }
}
