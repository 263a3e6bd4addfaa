package io.assay.producer.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Medium;
import io.assay.contracts.event.Sample;
import io.assay.producer.dataset.Dataset;
import io.assay.producer.dataset.DatasetException;
import io.assay.tasks.type.MediaParts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files of one task's samples: checks them at the door, and puts them into the job's blob
/// store when their sample is issued. Their bytes pass by, never all of them in memory.
public final class SampleMedia {

  /// Files that models and repeats of the job ask for again soon.
  private static final int REMEMBERED = 4096;

  private final MediaParts parts;
  private final MediaFiles files;
  private final Map<String, Medium> stored =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Medium> eldest) {
          return size() > REMEMBERED;
        }
      };

  private SampleMedia(MediaParts parts, MediaFiles files) {
    this.parts = parts;
    this.files = files;
  }

  /// The media of a task's samples.
  ///
  /// @param parts which parts of a sample are files
  /// @param manifest the dataset's path or address, from whose folder relative paths start
  public static SampleMedia of(MediaParts parts, @Nullable String manifest, Dataset.Files files) {
    return new SampleMedia(parts, new MediaFiles(manifest, files));
  }

  /// What is wrong with the files of a sample, in words.
  public Optional<String> problem(Sample sample) {
    if (!parts.any()) {
      return Optional.empty();
    }
    return problem("input", sample.input(), parts.input())
        .or(() -> problem("target", sample.target(), parts.target()))
        .or(() ->
            parts.metadata().entrySet().stream()
                .map(each ->
                    problem(each.getKey(), sample.metadata().get(each.getKey()), each.getValue()))
                .flatMap(Optional::stream)
                .findFirst())
        .map(reason -> "sample " + sample.id() + ": " + reason);
  }

  private Optional<String> problem(
      String name, @Nullable JsonNode part, MediaParts.@Nullable Kind kind) {
    if (kind == null || part == null || !part.isTextual()) {
      return Optional.empty(); // what is no path is the task type's to refuse
    }
    try {
      files.describe(part.textValue(), kind);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(name + " " + part.textValue() + ": " + e.getMessage());
    }
  }

  /// The sample with references in place of its paths; what they refer to is stored.
  ///
  /// @throws DatasetException where a file cannot be read or stored
  public Sample stored(Sample sample) {
    if (!parts.any()) {
      return sample;
    }
    var metadata = new HashMap<>(sample.metadata());
    parts
        .metadata()
        .forEach((name, kind) -> metadata.computeIfPresent(name, (_, path) -> stored(path, kind)));
    return new Sample(
        sample.id(),
        stored(sample.input(), parts.input()),
        sample.target() == null ? null : stored(sample.target(), parts.target()),
        sample.cluster(),
        metadata,
        sample.slices());
  }

  private JsonNode stored(JsonNode part, MediaParts.@Nullable Kind kind) {
    return kind == null || !part.isTextual() ? part : medium(part.textValue(), kind).node();
  }

  private synchronized Medium medium(String path, MediaParts.Kind kind) {
    Medium known = stored.get(path);
    if (known == null) {
      known = files.store(path, kind);
      stored.put(path, known);
    }
    return known;
  }
}
