package io.assay.blobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Keys under `assay.blobs.*`.
@ConfigMapping(prefix = "assay.blobs")
public interface BlobsConfig {

  /// The folder of audio and images, the same for all services; jobs with media are refused by a
  /// service that has none.
  Optional<String> dir();

  /// Most bytes of one recording or image.
  @WithDefault("268435456")
  long maxBytes();
}
