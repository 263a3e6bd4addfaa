package io.assay.tasks.code;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Optional;

/// pass^k: how likely all of `k` programs for a task pass their tests, by the unbiased estimator
/// over all programs for the task; the mean over tasks. Written `pass^2`, `pass^8`; needs `k`
/// epochs or more.
@AutoService(MetricFactory.class)
public final class PassHatK implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "pass^",
        "Chance that all of k programs pass their tests (pass^k).",
        CodeRuns.TASK_TYPES,
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2406.12045");
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
    return new AllOf(this, Params.of(spec, this));
  }

  private static final class AllOf extends PassMetric {
    AllOf(MetricFactory factory, Params params) {
      super(factory, params);
    }

    @Override
    double estimate(long n, long c, int k) {
      return PassEstimate.allOf(n, c, k);
    }
  }
}
