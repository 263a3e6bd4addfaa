package io.assay.producer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.blobs.NoBlobStore;
import io.assay.contracts.document.Problem;
import io.assay.contracts.spec.ModelCard;
import io.assay.producer.catalog.Cards;
import io.assay.producer.dataset.Hub;
import io.assay.producer.dataset.HubClient;
import io.assay.producer.dataset.JobFiles;
import io.assay.producer.dataset.RemoteFiles;
import io.assay.producer.support.HubStandIn;
import io.assay.producer.support.ParquetFiles;
import io.assay.producer.support.TestConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetDoorTest {

  private static final String COMMIT = "c".repeat(40);

  @TempDir Path folder;
  private HubStandIn server;

  @BeforeEach
  void serve() throws Exception {
    server = new HubStandIn();
    Files.writeString(
        folder.resolve("d.jsonl"),
        """
        {"id": 1, "question": "a", "answer": "b", "level": 1}
        {"id": 2, "question": "a"
        {"id": 3, "question": "a", "answer": "b", "level": 2}
        {"id": 3, "question": "c", "answer": "b", "level": 2}
        """);
    ParquetFiles.write(
        folder.resolve("h.parquet"), "SELECT 1 AS id, 'q' AS question, 'a' AS answer");
    server.json(
        "/api/datasets/lab/sums/revision/main", "{\"sha\": \"" + COMMIT + "\", \"siblings\": []}");
    server.json(
        "/api/datasets/lab/sums/revision/" + COMMIT,
        "{\"sha\": \"" + COMMIT + "\", \"siblings\": [{\"rfilename\": \"data/test.parquet\"}]}");
    server.bytes(
        "/datasets/lab/sums/resolve/" + COMMIT + "/data/test.parquet",
        Files.readAllBytes(folder.resolve("h.parquet")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void badRowsAreLeftOutAndTold() {
    var accepted = accepted("{path: d.jsonl, onBadRow: skip}");

    assertThat(accepted.samples()).isEqualTo(2);
    assertThat(accepted.totals()).containsEntry("m", 2L);
    assertThat(accepted.note())
        .startsWith("2 bad rows of task text-generation are left out: d.jsonl, line 2: is no JSON")
        .contains("d.jsonl, line 4: sample id 3 came before");
    var version = Objects.requireNonNull(accepted.datasets().get("text-generation"));
    assertThat(version.badRows()).isEqualTo(2);
    assertThat(version.samples()).isEqualTo(2);
    assertThat(version.sha256()).hasSize(64);
    assertThat(version.revision()).isNull();
  }

  @Test
  void bySayingNothingBadRowsRefuseTheJob() {
    assertThat(problems("{path: d.jsonl}"))
        .extracting(Problem::message)
        .anySatisfy(message -> assertThat(message).startsWith("d.jsonl, line 2: is no JSON"))
        .anySatisfy(
            message -> assertThat(message).isEqualTo("d.jsonl, line 4: sample id 3 appears twice"));
  }

  @Test
  void aFilterThatNoRowPassesIsNamed() {
    assertThat(problems("{path: d.jsonl, onBadRow: skip, where: {level: 9}}"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message()).isEqualTo("the dataset has no samples");
          assertThat(problem.suggestion()).startsWith("all its rows are bad; the first: d.jsonl");
        });
    assertThat(accepted("{path: d.jsonl, onBadRow: skip, where: {level: [2, 3]}}").samples())
        .isEqualTo(1);
  }

  @Test
  void theJobKeepsTheHubsCommit() {
    var accepted = accepted("{source: huggingface, name: lab/sums, split: test}");

    assertThat(accepted.document().tasks().getFirst().dataset().revision()).isEqualTo(COMMIT);
    assertThat(accepted.datasets().get("text-generation"))
        .isNotNull()
        .satisfies(version -> assertThat(version.revision()).isEqualTo(COMMIT));
    assertThat(accepted("{name: lab/sums}").samples()).isEqualTo(1);
  }

  @Test
  void whatTheHubDoesNotHaveAndKeysThatDoNotFitAreNamedWithTheirLine() {
    assertThat(problems("{source: huggingface, name: lab/smus}"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(4);
          assertThat(problem.message())
              .isEqualTo("the hub has no dataset lab/smus at revision main (status 404)");
        });
    assertThat(problems("{path: d.jsonl, split: test}"))
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("only a dataset of the hub has a split");
    assertThat(problems("{path: d.jsonl, key: rows}"))
        .extracting(Problem::message)
        .contains("only a JSON file has a key");
    assertThat(problems("{source: huggingface, split: test}"))
        .extracting(Problem::message)
        .containsExactly("a dataset of the hub has no name");
    assertThat(problems("{source: huggingface, name: ../etc}"))
        .extracting(Problem::path)
        .contains("dataset.name");
  }

  private Checked.Accepted accepted(String dataset) {
    return (Checked.Accepted) check(dataset);
  }

  private List<Problem> problems(String dataset) {
    return ((Checked.Refused) check(dataset)).problems();
  }

  private Checked check(String dataset) {
    var config = TestConfig.of(Map.of());
    var settings =
        HubClient.Settings.of(Map.of("HF_ENDPOINT", server.endpoint()), List.of("*"), 1 << 20);
    var files =
        new JobFiles(
            folder.resolve("job"),
            new RemoteFiles(List.of("*"), 1 << 20),
            new Hub(new HubClient(settings), folder.resolve("cache")),
            new NoBlobStore(),
            config);
    String text =
        """
        name: door
        models: [{id: m, provider: fake}]
        task: text-generation
        dataset: %s
        fields: {id: id, input: question, target: answer}
        metrics: [exact_match]
        """
            .formatted(dataset);
    return new JobValidator(config, new NoCards(), List.of("default"))
        .check(new Submission(text, folder.toString(), Map.of()), files);
  }

  private static final class NoCards implements Cards {
    @Override
    public Optional<ModelCard> find(String id) {
      return Optional.empty();
    }

    @Override
    public Collection<String> ids() {
      return List.of();
    }
  }
}
