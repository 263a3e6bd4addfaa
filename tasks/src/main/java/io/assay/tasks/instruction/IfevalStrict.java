package io.assay.tasks.instruction;

import com.google.auto.service.AutoService;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// IFEval's strict accuracy: the share of prompts (or of instructions) that the answers follow to
/// the letter. A sample's metadata say what is to be followed: `instruction_id_list` and `kwargs`.
@AutoService(MetricFactory.class)
public final class IfevalStrict implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "ifeval_strict",
        "Share of prompts whose instructions the answer follows.",
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
    return new InstructionJudge(this, Params.of(spec, this), InstructionSet::strict);
  }
}
