package io.assay.tasks.answer;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.TextTasks;
import io.assay.tasks.text.PythonText;
import java.util.List;

/// Whether the answer begins with a target, white space apart; the share of samples where it does.
/// As Inspect's `match` at the beginning, but punctuation counts.
@AutoService(MetricFactory.class)
public final class StartsWith implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "starts_with",
        "Share of answers that begin with one of their targets.",
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
        this,
        Params.of(spec, this),
        (answer, target) -> PythonText.strip(answer).startsWith(target),
        "begins with",
        "does not begin with");
  }
}
