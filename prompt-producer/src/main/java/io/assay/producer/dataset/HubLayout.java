package io.assay.producer.dataset;

import io.assay.contracts.document.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which Parquet files of a hub dataset belong to which configuration and split. Files of its
/// repository tell it by their names, in the layouts that the hub itself writes:
/// `config/split-00000-of-00001.parquet`, `data/split-….parquet`, `config/split/0000.parquet`.
final class HubLayout {

  private static final String DEFAULT = "default";
  private static final Pattern SHARD =
      Pattern.compile("(?:(.+)/)?([^/]+?)(?:-\\d{5}-of-\\d{5}(?:-[0-9a-f]+)?)?\\.parquet");
  private static final Pattern NUMBERED = Pattern.compile("(.+)/([^/]+)/\\d{4}\\.parquet");

  private final String dataset;
  private final Map<String, Map<String, List<String>>> files = new TreeMap<>();

  HubLayout(String dataset) {
    this.dataset = dataset;
  }

  /// What came of the choice of a split.
  sealed interface Choice {
    /// Its files.
    record Files(List<String> paths) implements Choice {}

    /// There is none, and why.
    record None(String reason) implements Choice {}
  }

  /// Adds a file of the repository, if its name tells where it belongs.
  void addFile(String path) {
    Matcher numbered = NUMBERED.matcher(path);
    Matcher shard = SHARD.matcher(path);
    if (numbered.matches()) {
      add(numbered.group(1), numbered.group(2), path);
    } else if (shard.matches()) {
      String folder = shard.group(1);
      add(folder == null || folder.equals("data") ? DEFAULT : folder, shard.group(2), path);
    }
  }

  void add(String config, String split, String path) {
    files
        .computeIfAbsent(config, _ -> new TreeMap<>())
        .computeIfAbsent(split, _ -> new ArrayList<>())
        .add(path);
  }

  /// The files of a configuration and split, in order; where they are not named, of the only one,
  /// or of `default` and `test`.
  Choice choose(@Nullable String config, @Nullable String split) {
    var configs = files.keySet();
    String chosen = config != null ? config : only(configs, DEFAULT);
    if (chosen == null || !configs.contains(chosen)) {
      return none("configuration", "dataset.config", config, configs);
    }
    var splits = files.getOrDefault(chosen, Map.of());
    String part = split != null ? split : only(splits.keySet(), "test");
    if (part == null || !splits.containsKey(part)) {
      return none("split", "dataset.split", split, splits.keySet());
    }
    return new Choice.Files(splits.getOrDefault(part, List.of()).stream().toList());
  }

  private static @Nullable String only(Collection<String> names, String preferred) {
    return names.size() == 1
        ? names.iterator().next()
        : names.contains(preferred) ? preferred : null;
  }

  private Choice none(String kind, String key, @Nullable String asked, Collection<String> known) {
    if (known.isEmpty()) {
      return new Choice.None("dataset " + dataset + " has no Parquet files");
    }
    String near =
        asked == null
            ? ""
            : DidYouMean.nearest(asked, known)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    return new Choice.None(
        "dataset "
            + dataset
            + (asked == null
                ? " has several of them: name the " + kind + " in " + key
                : " has no " + kind + " " + asked)
            + " (there are: "
            + String.join(", ", known)
            + ")"
            + near);
  }
}
