package io.assay.scorer.consult;

import io.assay.contracts.event.Prompt;
import io.assay.contracts.event.Score;
import java.util.List;

/// What comes next for answers that judges are asked about.
public sealed interface Step {

  /// A judge is asked.
  record Ask(Prompt question) implements Step {}

  /// Everything was asked: the scores that waited, one at least.
  record Done(List<Score> scores) implements Step {}
}
