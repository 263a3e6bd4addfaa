package io.assay.standalone.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.standalone.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricPagesTest {

  private static final Path COMMITTED = ProjectFolder.root().resolve("docs/metrics");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  /// `-Dassay.update=true` writes the pages anew.
  @Test
  void thePagesSayWhatTheMetricsSay() throws IOException {
    if (Boolean.getBoolean("assay.update")) {
      MetricPages.write(COMMITTED);
    }
    MetricPages.write(folder);

    try (var pages = Files.list(folder)) {
      assertThat(pages)
          .hasSizeGreaterThan(10)
          .allSatisfy(page ->
              assertThat(COMMITTED.resolve(page.getFileName())).hasContent(Files.readString(page)));
    }
  }
}
