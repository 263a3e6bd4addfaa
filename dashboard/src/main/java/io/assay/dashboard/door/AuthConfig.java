package io.assay.dashboard.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Keys under `assay.auth.*`.
@ConfigMapping(prefix = "assay.auth")
public interface AuthConfig {

  /// What clients of `/api` must show; nothing if absent.
  Optional<String> token();

  /// Whether anybody who reaches this service may use it: for networks that are guarded otherwise.
  @WithDefault("false")
  boolean open();
}
