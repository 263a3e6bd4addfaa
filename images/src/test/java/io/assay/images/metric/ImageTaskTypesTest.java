package io.assay.images.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.tasks.metric.Metrics;
import io.assay.tasks.type.TaskTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTaskTypesTest {

  @ParameterizedTest
  @ValueSource(strings = {"image-generation", "image-editing"})
  void everyDefaultMetricExistsAndFitsItsType(String name) {
    assertThat(TaskTypes.get(name).defaultMetrics())
        .isNotEmpty()
        .allSatisfy(metric ->
            assertThat(Metrics.find(metric).orElseThrow().info().taskTypes()).contains(name));
  }
}
