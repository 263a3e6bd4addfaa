package io.assay.producer.job;

import io.assay.producer.ProducerConfig;
import io.assay.producer.dataset.JobFiles;
import io.assay.producer.dataset.RemoteFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/// Where jobs keep fetched and shuffled datasets while they run.
@ApplicationScoped
class Workspace {

  private final Path folder;
  private final RemoteFiles remote;

  Workspace(ProducerConfig config) {
    this.folder =
        config
            .workDir()
            .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "assay-producer"));
    this.remote = new RemoteFiles(config.datasetHosts(), config.largestDownload());
  }

  JobFiles files(String jobId) {
    return new JobFiles(folder.resolve(jobId), remote);
  }
}
