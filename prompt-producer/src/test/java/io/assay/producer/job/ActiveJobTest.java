package io.assay.producer.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.blobs.NoBlobStore;
import io.assay.contracts.event.Job;
import io.assay.contracts.spec.Limits;
import io.assay.producer.dataset.DatasetException;
import io.assay.producer.dataset.Hub;
import io.assay.producer.dataset.HubClient;
import io.assay.producer.dataset.JobFiles;
import io.assay.producer.dataset.RemoteFiles;
import io.assay.producer.support.Specs;
import io.assay.producer.support.TestConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveJobTest {

  @TempDir Path folder;

  @BeforeEach
  void data() throws IOException {
    Files.writeString(
        folder.resolve("d.jsonl"),
        "{\"id\": 1, \"question\": \"q\", \"answer\": 1}\n{\"id\": 2, \"question\": \"q\", \"answer\": 1}\n");
  }

  @Test
  void aJobDoesNotGoOnWithOtherDataThanItBeganWith() {
    var job = active("0".repeat(64), 1);

    assertThatThrownBy(() -> job.take("a", 1))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("the dataset of task qa has changed since the job was accepted");
    assertThatThrownBy(() -> job.take("a", 1)).isInstanceOf(DatasetException.class);
  }

  @Test
  void withTheSameDataItGoesOnWhereItWas() throws Exception {
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(Files.readAllBytes(folder.resolve("d.jsonl"))));

    assertThat(active(hash, 1).take("a", 1).getFirst().sample().id()).isEqualTo("2");
  }

  private ActiveJob active(String sha256, long issued) {
    var task =
        Specs.task(Specs.file(folder.resolve("d.jsonl").toString()), Specs.fields("id"), null);
    var bare = Specs.job("j", Map.of("a", 2L), task, Limits.NONE);
    var job =
        new Job(
            bare.jobId(),
            bare.document(),
            "",
            null,
            Job.State.RUNNING,
            false,
            false,
            Map.of("qa", new Job.DatasetVersion(sha256, null, 2, 0)),
            bare.totals(),
            Map.of(),
            List.of(),
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            null);
    var ledger = new Ledger(job, null, 10, Duration.ofSeconds(10), Instant.EPOCH);
    ledger.issue("a", issued, Instant.EPOCH);
    var settings = HubClient.Settings.of(Map.of(), List.of(), 1);
    return new ActiveJob(
        ledger,
        new JobFiles(
            folder.resolve("job"),
            new RemoteFiles(List.of(), 1),
            new Hub(new HubClient(settings), folder.resolve("cache")),
            new NoBlobStore(),
            TestConfig.of(Map.of())));
  }
}
