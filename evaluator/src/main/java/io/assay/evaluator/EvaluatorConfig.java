package io.assay.evaluator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/// Keys under `assay.evaluator.*`. The service refuses to start on an invalid value.
@ConfigMapping(prefix = "assay.evaluator")
public interface EvaluatorConfig {

  /// Pools whose prompts this worker takes; by default all of `assay.pools`.
  @WithDefault("${assay.pools:default}")
  @NotEmpty
  List<String> pools();

  /// Prompts that this worker holds at once: running, and waiting for a place at their provider.
  @WithDefault("256")
  @Min(1)
  @Max(8192)
  int maxInFlight();

  /// How long a call may take over all its attempts, where its job says nothing.
  @WithDefault("PT2M")
  Duration callTimeout();

  /// How long an answer that has begun may be silent.
  @WithDefault("PT30S")
  Duration stallTimeout();

  /// Attempts after the first, where the job says nothing.
  @WithDefault("3")
  @Min(0)
  @Max(100)
  int maxRetries();

  /// How long calls of a model that gives no answers are held, and tried again and again, before
  /// they fail after all; zero holds none.
  @WithDefault("PT10M")
  Duration outagePatience();

  /// Hosts that models may be called at; `*` stands for any characters.
  @WithDefault("*")
  @NotEmpty
  List<String> allowedHosts();

  /// Environment variables that models may take their keys from; `*` stands for any characters.
  @WithDefault("*")
  @NotEmpty
  List<String> allowedKeyEnvs();

  /// Whether what is sent to models and what comes back is kept as it was, in the blob store: of no
  /// call, of those that did not end with an answer, or of all.
  @WithDefault("none")
  Keep keepExchanges();

  /// Of which calls.
  enum Keep {
    NONE,
    FAILED,
    ALL
  }

  /// Models that are kept open.
  @WithDefault("64")
  @Min(1)
  int maxOpenModels();
}
