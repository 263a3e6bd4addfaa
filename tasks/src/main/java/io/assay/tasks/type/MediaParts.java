package io.assay.tasks.type;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which parts of a task's samples are files of media, of which a dataset has the paths. Parts that
/// a sample lacks are left alone.
///
/// @param input what kind of file the input is; no file if absent
/// @param target what kind of file the target is; no file if absent
/// @param metadata fields of the metadata that are files, by name
public record MediaParts(@Nullable Kind input, @Nullable Kind target, Map<String, Kind> metadata) {

  /// Samples of text.
  public static final MediaParts NONE = new MediaParts(null, null, Map.of());

  /// What a file holds.
  public enum Kind {
    AUDIO,
    IMAGE
  }

  public MediaParts {
    metadata = Map.copyOf(metadata);
  }

  /// Whether there are any.
  public boolean any() {
    return input != null || target != null || !metadata.isEmpty();
  }
}
