package io.assay.producer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.document.Problem;
import io.assay.producer.support.LocalFiles;
import io.assay.producer.support.NoCards;
import io.assay.producer.support.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tasks of one job that different models do.
class TaskModelsTest {

  private static final String JOB =
      """
      name: kinds
      models: [{id: a/writer, provider: fake}, {id: a/other, provider: fake}, {id: a/all, provider: fake}]
      tasks:
        - name: write
          type: text-generation
          dataset: {path: d.jsonl}
          fields: {id: id, input: text, target: text}
          models: [a/writer, a/all]
          metrics: [exact_match]
          epochs: 2
        - name: more
          type: text-generation
          dataset: {path: d.jsonl}
          fields: {id: id, input: text, target: text}
          models: [a/other, a/all]
          metrics: [contains]
      """;

  @TempDir Path folder;

  @BeforeEach
  void data() throws IOException {
    Files.writeString(
        folder.resolve("d.jsonl"), "{\"id\": 1, \"text\": \"x\"}\n{\"id\": 2, \"text\": \"y\"}\n");
  }

  @Test
  void eachModelHasTheSamplesOfItsTasks() {
    assertThat(check(JOB))
        .isInstanceOfSatisfying(
            Checked.Accepted.class,
            accepted ->
                assertThat(accepted.totals())
                    .isEqualTo(Map.of("a/writer", 4L, "a/other", 2L, "a/all", 6L)));
  }

  @Test
  void aModelThatIsNotInTheJobOrHasNothingToDoIsNamed() {
    assertThat(problems(JOB.replace("[a/other, a/all]", "[a/othr, a/all]")))
        .anySatisfy(problem ->
            assertThat(problem)
                .contains("model a/othr is not in this job")
                .contains("did you mean a/other?"))
        .anySatisfy(problem -> assertThat(problem).contains("model a/other has nothing to do"));
  }

  @Test
  void whatComparesModelsNeedsTwoInItsTask() {
    assertThat(
            problems(
                JOB.replace("[a/other, a/all]", "[a/other]").replace("[contains]", "[win_rate]")
                    + "judges: [{id: j/j, provider: fake}]\n"))
        .anySatisfy(problem -> assertThat(problem).contains("the task has only one"));
  }

  private List<String> problems(String text) {
    return ((Checked.Refused) check(text)).problems().stream().map(Problem::toString).toList();
  }

  private Checked check(String text) {
    return new JobValidator(TestConfig.of(new HashMap<>()), new NoCards(), List.of("default"))
        .check(new Submission(text, folder.toString(), Map.of()), new LocalFiles(folder));
  }
}
