package io.assay.producer.job;

import io.assay.blobs.BlobStore;
import io.assay.producer.ProducerConfig;
import io.assay.producer.dataset.Hub;
import io.assay.producer.dataset.HubClient;
import io.assay.producer.dataset.JobFiles;
import io.assay.producer.dataset.RemoteFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/// Where jobs keep fetched and shuffled datasets while they run.
@ApplicationScoped
class Workspace {

  private final Path folder;
  private final RemoteFiles remote;
  private final Hub hub;
  private final BlobStore blobs;
  private final ProducerConfig config;

  Workspace(ProducerConfig config, BlobStore blobs) {
    this.config = config;
    this.blobs = blobs;
    this.folder =
        config
            .workDir()
            .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "assay-producer"));
    this.remote = new RemoteFiles(config.datasetHosts(), config.largestDownload());
    var asked =
        HubClient.Settings.of(System.getenv(), config.datasetHosts(), config.largestDownload());
    this.hub = new Hub(new HubClient(asked), cache(config));
  }

  /// Outlives the jobs, and the service too.
  private static Path cache(ProducerConfig config) {
    return config
        .datasetCache()
        .or(() -> config.workDir().map(folder -> folder.resolve("hub")))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "assay", "hub"));
  }

  JobFiles files(String jobId) {
    return new JobFiles(folder.resolve(jobId), remote, hub, blobs.of(jobId), config);
  }
}
