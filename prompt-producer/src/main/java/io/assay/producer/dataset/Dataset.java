package io.assay.producer.dataset;

import io.assay.blobs.JobBlobs;
import io.assay.blobs.NoBlobStore;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.FieldMapping;
import io.assay.contracts.spec.TaskSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A task's dataset. [#open()] gives its items from the start, each time in the same order; several
/// may be open at once.
public final class Dataset {

  private final DatasetSpec spec;
  private final Format format;
  private final RowMapper mapper;
  private final RowFilter filter;
  private final Function<Sample, Optional<String>> problem;
  private final Files files;
  private @Nullable ShuffledOrder shuffled;

  /// What rows hold, which decides how some are read.
  public enum Kind {
    /// Texts.
    TEXT,
    /// Texts, and targets that are numbers, also where a file has texts alone.
    NUMERIC_TARGETS,
    /// Paths of media.
    MEDIA
  }

  /// Finds a dataset's files.
  public interface Files {

    /// The local file of a path or an address of the document.
    ///
    /// @throws DatasetException where it cannot be had
    Path local(String pathOrAddress);

    /// A file for temporary use, removed with the job.
    Path scratch(String name);

    /// Where media of the job go that is checked or run here.
    default JobBlobs blobs() {
      return new NoBlobStore();
    }

    /// Folders that media must lie in.
    default List<Path> roots() {
      return List.of(Path.of("/"));
    }

    /// The longest recording that is taken.
    default Duration longestAudio() {
      return Duration.ofHours(1);
    }

    /// Where datasets are had by their names.
    default Hub hub() {
      throw new DatasetException("datasets of the hub cannot be had here");
    }
  }

  private Dataset(
      TaskSpec task, RowMapper mapper, Function<Sample, Optional<String>> problem, Files files) {
    this.spec = task.dataset();
    this.format = Format.of(spec);
    this.mapper = mapper;
    this.filter = new RowFilter(spec.where());
    this.problem = problem;
    this.files = files;
  }

  /// The dataset of a task.
  ///
  /// @param kind what its rows hold
  /// @param problem what makes a sample unfit for the task, in words; only bad rows that are to be
  ///   left out are found with it
  public static Dataset of(
      TaskSpec task, Kind kind, Function<Sample, Optional<String>> problem, Files files) {
    var format = Format.of(task.dataset());
    RowMapper plain =
        new SampleMapper(task.fields(), kind == Kind.NUMERIC_TARGETS && format.isTable());
    boolean manifest = kind == Kind.MEDIA && task.fields().equals(FieldMapping.DEFAULTS);
    var mapper =
        Preset.of(format)
            .or(() -> manifest ? Optional.of(new MediaPreset()) : Optional.empty())
            .<RowMapper>map(preset -> new PresetMapper(preset, task.fields()))
            .orElse(plain);
    return new Dataset(task, mapper, problem, files);
  }

  /// The samples in their order.
  ///
  /// @throws DatasetException where a file cannot be opened
  public synchronized Items open() {
    Long seed = spec.shuffleSeed();
    if (seed == null) {
      return samples(inFileOrder());
    }
    if (shuffled == null) {
      String name = "shuffled-" + CanonicalHash.hex(spec.toString()) + ".jsonl";
      shuffled = new ShuffledOrder(samples(all()), seed, limit(), files.scratch(name));
    }
    return shuffled.open();
  }

  private Items samples(Items items) {
    return spec.skipsBadRows() ? new GoodItems(items) : items;
  }

  /// The samples and bad rows in their files' order, to check them before anything else.
  public Items inFileOrder() {
    boolean whole = format == Format.BEIR || spec.shuffleSeed() != null;
    return whole ? all() : new FirstItems(all(), limit(), spec.skipsBadRows());
  }

  private Items all() {
    var items = format == Format.BEIR ? corpus() : new ManyItems(paths(spec), this::file);
    return spec.skipsBadRows() ? new CheckedItems(items, problem) : items;
  }

  private Items corpus() {
    var paths = paths(spec);
    return new BeirItems(paths.get(0), paths.get(1), paths.get(2), limit());
  }

  /// Items of another file in the same format, such as few-shot examples.
  public Items other(String path) {
    return samples(new ManyItems(List.of(files.local(path)), this::unfiltered));
  }

  /// Items of another split of the same dataset of the hub.
  public Items otherSplit(String split) {
    var other = spec.onHub(spec.config(), split, spec.revision());
    return samples(new ManyItems(paths(other), this::unfiltered));
  }

  private Items file(Path local) {
    return new FileItems(RowFiles.open(local, spec), filter, mapper, local);
  }

  private Items unfiltered(Path local) {
    return new FileItems(RowFiles.open(local, spec), RowFilter.NONE, mapper, local);
  }

  /// What the files hold: see [io.assay.contracts.event.Job.DatasetVersion].
  public String sha256() {
    return FileHash.of(paths(spec));
  }

  private List<Path> paths(DatasetSpec of) {
    return switch (format) {
      case BEIR ->
          List.of(
              files.local(Objects.requireNonNull(of.corpus())),
              files.local(Objects.requireNonNull(of.queries())),
              files.local(Objects.requireNonNull(of.qrels())));
      case HUGGINGFACE -> files.hub().files(of);
      case JSONL, JSON, CSV, TSV, PARQUET, HUMANEVAL, MBPP, OPENAI_EVALS, INSPECT, MTEB ->
          List.of(files.local(Objects.requireNonNull(of.path(), "a dataset without path")));
    };
  }

  private long limit() {
    Long limit = spec.limit();
    return limit == null ? Long.MAX_VALUE : limit;
  }
}
