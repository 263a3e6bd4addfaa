package io.assay.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Keys under `assay.dashboard.*`. The service refuses to start on an invalid value.
@ConfigMapping(prefix = "assay.dashboard")
public interface DashboardConfig {

  /// The file of the SQL view; it can be deleted and is rebuilt. Empty: held in memory alone.
  @WithDefault("${assay.data-dir:${user.home}/.assay}/dashboard.duckdb")
  Optional<String> store();

  /// How much memory the database may use for itself, outside of Java's heap.
  @WithDefault("256MB")
  @Pattern(regexp = "[1-9][0-9]*(KB|MB|GB|KiB|MiB|GiB)")
  String memoryLimit();

  /// Threads that one query may use.
  @WithDefault("1")
  @Min(1)
  @Max(64)
  int threads();

  /// The longest text of a prompt, input or output that is kept, in characters. What is longer is
  /// cut; its length stays known.
  @WithDefault("65536")
  @Min(1000)
  int maxText();

  /// Where the prompt producer's API is, if it is not in this process.
  Optional<URI> producerUrl();

  /// Time between two frames of a live stream.
  @WithDefault("250ms")
  Duration frameInterval();

  /// How long counts and metrics may wait to be written together with others.
  @WithDefault("1s")
  Duration flushInterval();
}
