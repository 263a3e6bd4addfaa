package io.assay.tasks.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.tasks.type.Capability;
import io.assay.tasks.type.TaskType;
import io.assay.tasks.type.TaskTypes;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTasksTest {

  private static final Set<Capability> WRITE =
      EnumSet.of(Capability.GENERATE_TEXT, Capability.TRANSCRIBE);

  @Test
  void theyAreThoseWhoseModelsWrite() {
    assertThat(TextTasks.ALL)
        .containsExactlyInAnyOrderElementsOf(
            TaskTypes.all().stream()
                .filter(type -> WRITE.contains(type.capability()))
                .map(TaskType::name)
                .toList());
  }

  @Test
  void metricsNameTaskTypesThatThereAre() {
    assertThat(Metrics.all())
        .allSatisfy(
            factory -> assertThat(TaskTypes.names()).containsAll(factory.info().taskTypes()));
  }
}
