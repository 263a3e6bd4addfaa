package io.assay.tasks.instruction;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// IFEval's loose accuracy: as [IfevalStrict], but an answer may be without its asterisks, its
/// first or its last line, where models like to put what was not asked for.
@AutoService(MetricFactory.class)
public final class IfevalLoose implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "ifeval_loose",
        "Share of prompts whose instructions the answer follows, small talk around it forgiven.",
        List.of("text-generation"),
        true,
        0,
        1,
        1,
        "https://github.com/google-research/google-research/tree/master/instruction_following_eval");
  }

  @Override
  public List<Param> params() {
    return InstructionJudge.PARAMS;
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new InstructionJudge(this, Params.of(spec, this), InstructionSet::loose);
  }
}
