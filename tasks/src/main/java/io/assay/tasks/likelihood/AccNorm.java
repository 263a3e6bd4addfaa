package io.assay.tasks.likelihood;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// Whether the choice with the highest log-likelihood by its length in characters is right; the
/// share of samples where it is. Favours long choices less than [io.assay.tasks.choice.Accuracy]
/// favours short ones. As lm-evaluation-harness's `acc_norm`; the length is that of the choice's
/// text, without the space before it.
@AutoService(MetricFactory.class)
public final class AccNorm implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "acc_norm",
        "Share of samples where the right choice is the likeliest for its length in characters.",
        List.of("multiple-choice-likelihood"),
        true,
        0,
        1,
        1,
        "https://github.com/EleutherAI/lm-evaluation-harness/blob/main/docs/task_guide.md");
  }

  @Override
  public List<Param> params() {
    return List.of();
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new NormalizedAccuracy(this, Params.of(spec, this), TextUnits::characters);
  }
}
