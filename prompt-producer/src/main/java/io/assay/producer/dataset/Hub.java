package io.assay.producer.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.spec.DatasetSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Datasets of the Hugging Face hub, as Parquet files. What was fetched once at a commit stays in a
/// folder and is used from there, without asking the hub; a branch is asked for its commit, and
/// keeps the last known one where the hub cannot be reached.
public final class Hub {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final String MAIN = "main";

  private final HubClient client;
  private final Path cache;

  /// Asks nothing yet.
  ///
  /// @param client how the hub is asked
  /// @param cache the folder that keeps what was fetched
  public Hub(HubClient client, Path cache) {
    this.client = client;
    this.cache = cache;
  }

  /// The dataset with its commit in the place of a branch or tag.
  ///
  /// @throws DatasetException where the hub does not have it or cannot be reached
  public DatasetSpec pinned(DatasetSpec spec) {
    return spec.onHub(spec.config(), spec.split(), commit(spec));
  }

  /// The files of a dataset's split, fetched unless they are there already.
  ///
  /// @throws DatasetException where they cannot be had
  public List<Path> files(DatasetSpec spec) {
    String commit = commit(spec);
    var folder =
        folder(spec)
            .resolve(commit)
            .resolve(safe(or(spec.config(), "_")) + "--" + safe(or(spec.split(), "_")));
    var list = folder.resolve("files.txt");
    synchronized (this) {
      try {
        if (!Files.exists(list)) {
          fetch(spec, commit, folder, list);
        }
        return Files.readAllLines(list).stream().map(folder::resolve).toList();
      } catch (IOException e) {
        throw new DatasetException("the cache " + folder + " cannot be used: " + e.getMessage(), e);
      }
    }
  }

  private void fetch(DatasetSpec spec, String commit, Path folder, Path list) throws IOException {
    var addresses = addresses(spec, commit);
    Files.createDirectories(folder);
    var names = new ArrayList<String>();
    for (String address : addresses) {
      String name = "%05d-".formatted(names.size()) + safe(address.replaceAll(".*/", ""));
      client.download(address, folder.resolve(name));
      names.add(name);
    }
    write(list, String.join("\n", names) + "\n");
  }

  private List<String> addresses(DatasetSpec spec, String commit) {
    String name = name(spec);
    var own = new HubLayout(name);
    client
        .json("/api/datasets/" + name + "/revision/" + commit, what(name, commit))
        .path("siblings")
        .forEach(file -> own.addFile(file.path("rfilename").asText()));
    var chosen = own.choose(spec.config(), spec.split());
    if (chosen instanceof HubLayout.Choice.Files(List<String> paths)) {
      return paths.stream().map(path -> client.file(name, commit, path)).toList();
    }
    return converted(spec, commit);
  }

  /// The hub's own conversion to Parquet, which exists of the newest version alone.
  private List<String> converted(DatasetSpec spec, String commit) {
    String name = name(spec);
    if (!commit.equals(ask(name, MAIN))) {
      throw new DatasetException(
          "dataset "
              + name
              + " has no Parquet files of its own for "
              + or(spec.config(), "its configuration")
              + "/"
              + or(spec.split(), "its split")
              + " at revision "
              + commit
              + ", and the hub has converted its newest version alone: leave out the revision");
    }
    String listing = "/api/datasets/" + name + "/parquet";
    var config = spec.config();
    var split = spec.split();
    if (config != null && split != null) {
      var urls =
          client.json(
              listing + "/" + HubClient.encoded(config) + "/" + HubClient.encoded(split),
              "configuration " + config + " with split " + split + " of dataset " + name);
      return urls(urls);
    }
    var layout = new HubLayout(name);
    client
        .json(listing, "Parquet files of dataset " + name)
        .properties()
        .forEach(each ->
            each.getValue()
                .properties()
                .forEach(part ->
                    part.getValue()
                        .forEach(url -> layout.add(each.getKey(), part.getKey(), url.asText()))));
    return switch (layout.choose(config, split)) {
      case HubLayout.Choice.Files(List<String> urls) -> urls;
      case HubLayout.Choice.None(String reason) -> throw new DatasetException(reason);
    };
  }

  private static List<String> urls(JsonNode array) {
    var urls = new ArrayList<String>();
    array.forEach(url -> urls.add(url.asText()));
    return urls;
  }

  private String commit(DatasetSpec spec) {
    String name = name(spec);
    String revision = or(spec.revision(), MAIN);
    if (COMMIT.matcher(revision).matches()) {
      return revision;
    }
    var known = folder(spec).resolve("refs").resolve(safe(revision));
    try {
      String commit = ask(name, revision);
      Files.createDirectories(Objects.requireNonNull(known.getParent()));
      write(known, commit);
      return commit;
    } catch (HubClient.Unreachable e) {
      return lastKnown(known, e);
    } catch (IOException e) {
      throw new DatasetException("the cache " + known + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static String lastKnown(Path known, HubClient.Unreachable cause) {
    try {
      return Files.readString(known).strip();
    } catch (IOException e) {
      throw new DatasetException(
          cause.getMessage() + "; nothing of this dataset was fetched before", cause);
    }
  }

  private String ask(String name, String revision) {
    String sha =
        client
            .json(
                "/api/datasets/" + name + "/revision/" + HubClient.encoded(revision),
                what(name, revision))
            .path("sha")
            .asText();
    if (!COMMIT.matcher(sha).matches()) {
      throw new DatasetException("the hub gave no commit of " + what(name, revision));
    }
    return sha;
  }

  private static String what(String name, String revision) {
    return "dataset " + name + " at revision " + revision;
  }

  private static String name(DatasetSpec spec) {
    return Objects.requireNonNull(spec.name(), "a dataset of the hub without name");
  }

  private Path folder(DatasetSpec spec) {
    return cache.resolve(safe(name(spec).replace("/", "--")));
  }

  private static String safe(String text) {
    String plain = text.replaceAll("[^\\w.-]", "_");
    boolean unchanged = plain.equals(text) && !plain.startsWith(".");
    return unchanged ? plain : "_" + plain + "-" + CanonicalHash.hex(text);
  }

  private static String or(@Nullable String text, String fallback) {
    return text == null ? fallback : text;
  }

  private static void write(Path file, String text) throws IOException {
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text, StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
