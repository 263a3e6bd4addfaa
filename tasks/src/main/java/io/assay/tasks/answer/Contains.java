package io.assay.tasks.answer;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.TextTasks;
import java.util.List;

/// Whether the answer contains a target; the share of samples where it does. As Inspect's
/// `includes`.
@AutoService(MetricFactory.class)
public final class Contains implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "contains",
        "Share of answers that contain one of their targets.",
        TextTasks.ALL,
        true,
        0,
        1,
        1,
        "https://inspect.aisi.org.uk/scorers.html");
  }

  @Override
  public List<Param> params() {
    return List.of(TargetSearch.IGNORE_CASE);
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new TargetSearch(
        this, Params.of(spec, this), String::contains, "contains", "does not contain");
  }
}
