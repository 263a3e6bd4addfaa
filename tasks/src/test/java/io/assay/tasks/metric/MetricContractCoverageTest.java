package io.assay.tasks.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// A new metric is held to [MetricContract], streaming as batch included, or this fails.
class MetricContractCoverageTest {

  /// `command` starts a program for each metric that is made, and its mean is that of `expression`;
  /// `rtfx` judges how long a call took, which is no part of a case.
  private static final Set<String> ELSEWHERE = Set.of("command", "rtfx");

  @Test
  void everyMetricThatAsksNoJudgeHasATestThatKeepsTheContract() {
    assertThat(ContractCoverage.missing("io.assay.tasks"))
        .as("metrics without a test that implements MetricContract")
        .isSubsetOf(ELSEWHERE);
  }
}
