package io.assay.producer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.blobs.NoBlobStore;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.PromptSpec;
import io.assay.contracts.spec.TaskSpec;
import io.assay.producer.prompt.PromptMaker;
import io.assay.producer.support.HubStandIn;
import io.assay.producer.support.ParquetFiles;
import io.assay.producer.support.Specs;
import io.assay.producer.support.TestConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTest {

  private static final String COMMIT = "a".repeat(40);
  private static final String OLD = "b".repeat(40);

  @TempDir Path folder;
  private HubStandIn server;

  @BeforeEach
  void serve() throws Exception {
    server = new HubStandIn();
    var file = folder.resolve("made.parquet");
    ParquetFiles.write(
        file, "SELECT i AS id, 'q' || i AS question, i AS answer FROM range(3) t(i)");
    byte[] parquet = Files.readAllBytes(file);
    String info = "{\"sha\": \"%s\", \"siblings\": [{\"rfilename\": \"README.md\"}%s]}";
    String own =
        ", {\"rfilename\": \"main/test-00000-of-00002.parquet\"},"
            + " {\"rfilename\": \"main/test-00001-of-00002.parquet\"},"
            + " {\"rfilename\": \"main/train-00000-of-00001.parquet\"}";
    for (String revision : List.of("main", "v1", COMMIT)) {
      server.json("/api/datasets/lab/sums/revision/" + revision, info.formatted(COMMIT, own));
      server.json("/api/datasets/lab/lines/revision/" + revision, info.formatted(COMMIT, ""));
    }
    server.json("/api/datasets/lab/lines/revision/" + OLD, info.formatted(OLD, ""));
    for (String name :
        List.of("test-00000-of-00002", "test-00001-of-00002", "train-00000-of-00001")) {
      server.redirect(
          "/datasets/lab/sums/resolve/" + COMMIT + "/main/" + name + ".parquet", "/cdn/" + name);
      server.bytes("/cdn/" + name, parquet);
    }
    String url = server.endpoint() + "/api/datasets/lab/lines/parquet/plain/test/0.parquet";
    server.json("/api/datasets/lab/lines/parquet/plain/test", "[\"" + url + "\"]");
    server.json(
        "/api/datasets/lab/lines/parquet",
        "{\"plain\": {\"test\": [\"" + url + "\"], \"train\": [\"" + url + "\"]}}");
    server.bytes("/api/datasets/lab/lines/parquet/plain/test/0.parquet", parquet);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSplitsOwnFilesAreReadInOrderAndARevisionBecomesACommit() {
    var pinned = hub(Map.of()).pinned(spec("lab/sums", "main", "test", "v1"));

    assertThat(pinned.revision()).isEqualTo(COMMIT);
    var files = hub(Map.of()).files(pinned);
    assertThat(files).hasSize(2);
    assertThat(files.getFirst().toString()).endsWith("00000-test-00000-of-00002.parquet");
    assertThat(read(pinned, Map.of())).hasSize(6);
  }

  @Test
  void withoutParquetOfItsOwnTheHubsConversionIsRead() {
    assertThat(read(spec("lab/lines", "plain", "test", null), Map.of())).hasSize(3);
    assertThat(read(spec("lab/lines", null, null, null), Map.of())).hasSize(3);
  }

  @Test
  void anOldVersionIsNotReadFromTheConversionOfTheNewest() {
    assertThatThrownBy(() -> read(spec("lab/lines", "plain", "test", OLD), Map.of()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("no Parquet files of its own")
        .hasMessageContaining(OLD);
  }

  @Test
  void whatWasFetchedOnceIsNotAskedForAgain() {
    var pinned = hub(Map.of()).pinned(spec("lab/sums", "main", "test", null));
    hub(Map.of()).files(pinned);
    int asked = server.requests();

    assertThat(read(pinned, Map.of())).hasSize(6);
    assertThat(server.requests()).isEqualTo(asked);
  }

  @Test
  void offlineTheCacheServesTheLastKnownCommit() {
    var spec = spec("lab/sums", "main", "test", null);
    hub(Map.of()).files(hub(Map.of()).pinned(spec));
    int asked = server.requests();

    var offline = hub(Map.of("HF_HUB_OFFLINE", "1")).pinned(spec);
    assertThat(offline.revision()).isEqualTo(COMMIT);
    assertThat(read(offline, Map.of("HF_HUB_OFFLINE", "1"))).hasSize(6);
    assertThat(server.requests()).isEqualTo(asked);

    server.close();
    assertThat(hub(Map.of()).pinned(spec).revision()).isEqualTo(COMMIT);
  }

  @Test
  void withoutNetworkAndCacheTheHubIsSaidToBeOutOfReach() {
    server.close();

    assertThatThrownBy(() -> hub(Map.of()).pinned(spec("lab/sums", "main", "test", null)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("nothing of this dataset was fetched before");
  }

  @Test
  void theTokenGoesToTheHub() {
    server.demand("Bearer secret");
    var spec = spec("lab/sums", "main", "test", null);

    assertThatThrownBy(() -> hub(Map.of()).pinned(spec))
        .hasMessageContaining("the hub refuses dataset lab/sums at revision main (status 401)")
        .hasMessageContaining("set HF_TOKEN");
    assertThatThrownBy(() -> hub(Map.of("HF_TOKEN", "wrong")).pinned(spec))
        .hasMessageContaining("the account of HF_TOKEN may not read it")
        .hasMessageNotContaining("wrong");
    assertThat(hub(Map.of("HF_TOKEN", "secret")).pinned(spec).revision()).isEqualTo(COMMIT);
    assertThat(hub(Map.of("HUGGING_FACE_HUB_TOKEN", "secret")).pinned(spec).revision())
        .isEqualTo(COMMIT);
  }

  @Test
  void theTokenDoesNotFollowARedirectToAnotherHost() {
    server.redirect(
        "/datasets/lab/sums/resolve/" + COMMIT + "/main/train-00000-of-00001.parquet",
        server.endpoint().replace("127.0.0.1", "localhost") + "/cdn/train-00000-of-00001");

    hub(Map.of("HF_TOKEN", "secret")).files(spec("lab/sums", "main", "train", COMMIT));

    assertThat(server.authorization("/cdn/train-00000-of-00001")).isNull();
    assertThat(server.authorization("/api/datasets/lab/sums/revision/" + COMMIT))
        .isEqualTo("Bearer secret");
  }

  @Test
  void whatTheHubDoesNotHaveIsNamed() {
    assertThatThrownBy(() -> hub(Map.of()).pinned(spec("lab/smus", null, null, null)))
        .hasMessage("the hub has no dataset lab/smus at revision main (status 404)");
    assertThatThrownBy(() -> read(spec("lab/lines", "plan", null, null), Map.of()))
        .hasMessageContaining("has no configuration plan (there are: plain); did you mean plain?");
    assertThatThrownBy(() -> read(spec("lab/lines", null, "tset", null), Map.of()))
        .hasMessageContaining("has no split tset (there are: test, train); did you mean test?");
  }

  @Test
  void aHostThatIsNotAllowedIsNotAsked() {
    var settings = HubClient.Settings.of(environment(Map.of()), List.of("example.org"), 1 << 20);
    var hub = new Hub(new HubClient(settings), folder.resolve("cache"));

    assertThatThrownBy(() -> hub.pinned(spec("lab/sums", null, null, null)))
        .hasMessageContaining("host 127.0.0.1 is not among those allowed");
    assertThat(server.requests()).isZero();
  }

  @Test
  void anInterruptedDownloadLeavesNothingThatCountsAsFetched() {
    server.cut("/cdn/test-00001-of-00002");
    var spec = spec("lab/sums", "main", "test", COMMIT);

    assertThatThrownBy(() -> hub(Map.of()).files(spec)).isInstanceOf(DatasetException.class);
    server.mend("/cdn/test-00001-of-00002");

    assertThat(read(spec, Map.of())).hasSize(6);
  }

  @Test
  void fewShotExamplesComeFromAnotherSplit() {
    var shots = new PromptSpec.FewShot(null, "train", 2, null, null, "\n");
    var task =
        Specs.task(
            spec("lab/sums", "main", "test", COMMIT),
            Specs.fields("id"),
            new PromptSpec("{{ question }}", null, "Answer.\n\n", shots),
            1);
    var maker = PromptMaker.of(task, files(Map.of()));
    var first = (Item.Good) ReadItems.drained(maker.dataset().open()).getFirst();

    assertThat(maker.request(first, maker.stored(first), 1).toString())
        .contains("Answer.\n\nq0 0\nq1 1\nq0");
  }

  private List<Item> read(DatasetSpec spec, Map<String, String> environment) {
    TaskSpec task = Specs.task(spec, Specs.fields(null), null);
    return ReadItems.drained(
        Dataset.of(task, Dataset.Kind.TEXT, _ -> Optional.empty(), files(environment)).open());
  }

  private Dataset.Files files(Map<String, String> environment) {
    return new JobFiles(
        folder.resolve("job"),
        new RemoteFiles(List.of("*"), 1 << 20),
        hub(environment),
        new NoBlobStore(),
        TestConfig.of(Map.of()));
  }

  private Hub hub(Map<String, String> environment) {
    var settings = HubClient.Settings.of(environment(environment), List.of("*"), 1 << 20);
    return new Hub(new HubClient(settings), folder.resolve("cache"));
  }

  private Map<String, String> environment(Map<String, String> more) {
    var environment = new java.util.HashMap<>(more);
    environment.put("HF_ENDPOINT", server.endpoint() + "/");
    return environment;
  }

  private static DatasetSpec spec(
      String name, @Nullable String config, @Nullable String split, @Nullable String revision) {
    return new DatasetSpec(
        "huggingface",
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        name,
        config,
        split,
        revision,
        Map.of(),
        null,
        null,
        null);
  }
}
