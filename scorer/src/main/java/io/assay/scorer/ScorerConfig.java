package io.assay.scorer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.OptionalInt;
import org.hibernate.validator.constraints.time.DurationMin;

/// Keys under `assay.scorer.*`. The service refuses to start on an invalid value.
@ConfigMapping(prefix = "assay.scorer")
public interface ScorerConfig {

  /// How many outputs are judged at the same time; the number of processors if absent.
  OptionalInt judges();

  /// How many bytes of outputs may wait for their programs. When there are more, no outputs are
  /// taken until some are settled.
  @WithDefault("32M")
  MemorySize programsWaiting();

  /// Least time between two progress records of one model of a job.
  @WithDefault("25ms")
  @DurationMin(millis = 1)
  Duration progressInterval();

  /// Least time between two snapshots of one model's metrics.
  @WithDefault("250ms")
  @DurationMin(millis = 1)
  Duration snapshotInterval();

  /// Largest share of one processor that live metrics of one model of a job may take: after a
  /// computation of `t` the next begins `t / share` later at the earliest. Final metrics are not
  /// bound by it.
  @WithDefault("0.2")
  @DecimalMin("0.001")
  @DecimalMax("1")
  double snapshotShare();

  /// How often the aggregator commits from where a restart has to read.
  @WithDefault("1s")
  @DurationMin(millis = 10)
  Duration checkpointInterval();

  /// How many different metric definitions are kept ready.
  @WithDefault("1000")
  @Min(1)
  int metricCache();
}
