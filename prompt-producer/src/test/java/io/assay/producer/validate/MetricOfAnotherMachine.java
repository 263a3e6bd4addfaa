package io.assay.producer.validate;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Proportion;
import io.assay.tasks.metric.TextTasks;
import java.util.List;
import java.util.Optional;

/// A metric that can judge nothing here, as those of programs where there is no sandbox.
public final class MetricOfAnotherMachine implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "of_another_machine", "None.", TextTasks.ALL, true, 0, 1, 1, "https://example.org/");
  }

  @Override
  public List<Param> params() {
    return List.of();
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.of("there is no sandbox: install bubblewrap");
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Never(this, Params.of(spec, this));
  }

  private static final class Never extends Proportion {

    Never(MetricFactory factory, Params params) {
      super(factory, params);
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return notJudged("there is no sandbox");
    }
  }
}
