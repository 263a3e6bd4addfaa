package io.assay.tasks.code;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Optional;

/// Share of programs that are stopped at their time limit.
@AutoService(MetricFactory.class)
public final class TimeoutRate implements MetricFactory {

  @Override
  public MetricInfo info() {
    return VerdictRate.info("timeout_rate", "Share of programs that do not end in time.", false);
  }

  @Override
  public List<Param> params() {
    return CodeRuns.PARAMS;
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
    return new VerdictRate(this, Params.of(spec, this), Verdict.TimedOut.class::isInstance);
  }
}
