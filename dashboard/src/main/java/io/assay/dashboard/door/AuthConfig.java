package io.assay.dashboard.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/// Keys under `assay.auth.*`.
@ConfigMapping(prefix = "assay.auth")
public interface AuthConfig {

  /// What clients of `/api` must show; nothing if absent.
  Optional<String> token();

  /// Names, without port, that requests may be addressed to, besides those of this machine. Where
  /// there are some, or where only this machine can reach the service, any other name is refused: a
  /// name that somebody else owns could make their page one of ours in a browser.
  Optional<List<String>> hosts();

  /// Whether anybody who reaches this service may use it: for networks that are guarded otherwise.
  @WithDefault("false")
  boolean open();
}
