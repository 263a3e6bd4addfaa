package io.assay.images.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.tasks.metric.ContractCoverage;
import org.junit.jupiter.api.Test;

/// A new metric of images is held to the contract of all metrics, or this fails.
class ImageContractCoverageTest {

  @Test
  void everyMetricHasATestThatKeepsTheContract() {
    assertThat(ContractCoverage.missing("io.assay.images"))
        .as("metrics without a test that implements MetricContract")
        .isEmpty();
  }
}
