package io.assay.producer.dataset;

import io.assay.contracts.spec.DatasetSpec;
import io.assay.contracts.spec.TaskSpec;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A task's dataset. [#open()] gives its items from the start, each time in the same order; several
/// may be open at once.
public final class Dataset {

  private final DatasetSpec spec;
  private final SampleMapper mapper;
  private final Files files;
  private @Nullable ShuffledOrder shuffled;

  /// Finds a dataset's files.
  public interface Files {

    /// The local file of a path or an address of the document.
    ///
    /// @throws DatasetException where it cannot be had
    Path local(String pathOrAddress);

    /// A file for temporary use, removed with the job.
    Path scratch(String name);
  }

  private Dataset(DatasetSpec spec, SampleMapper mapper, Files files) {
    this.spec = spec;
    this.mapper = mapper;
    this.files = files;
  }

  /// The dataset of a task.
  ///
  /// @param numericTargets whether the targets of text files are numbers
  public static Dataset of(TaskSpec task, boolean numericTargets, Files files) {
    var mapper = new SampleMapper(task.fields(), numericTargets && isTable(task.dataset()));
    return new Dataset(task.dataset(), mapper, files);
  }

  /// The samples in their order.
  ///
  /// @throws DatasetException where a file cannot be opened
  public synchronized Items open() {
    Long seed = spec.shuffleSeed();
    if (seed == null) {
      return inFileOrder();
    }
    if (shuffled == null) {
      String name = "shuffled-" + CanonicalHash.hex(spec.toString()) + ".jsonl";
      shuffled = new ShuffledOrder(file(path()), seed, limit(), files.scratch(name));
    }
    return shuffled.open();
  }

  /// The samples in their files' order, to check them before anything else.
  public Items inFileOrder() {
    if (format(spec).equals("beir")) {
      return new BeirItems(
          files.local(Objects.requireNonNull(spec.corpus())),
          files.local(Objects.requireNonNull(spec.queries())),
          files.local(Objects.requireNonNull(spec.qrels())),
          limit());
    }
    var items = file(path());
    return spec.shuffleSeed() == null ? new FirstItems(items, limit()) : items;
  }

  /// Items of another file in the same format, such as few-shot examples.
  public Items other(String path) {
    return file(path);
  }

  private Items file(String path) {
    var local = files.local(path);
    var rows =
        isTable(spec) ? new CsvRows(local, spec, format(spec).equals("tsv")) : new JsonlRows(local);
    return new FileItems(rows, mapper, local);
  }

  private String path() {
    return Objects.requireNonNull(spec.path(), "a dataset without path");
  }

  private long limit() {
    Long limit = spec.limit();
    return limit == null ? Long.MAX_VALUE : limit;
  }

  private static boolean isTable(DatasetSpec spec) {
    return format(spec).equals("csv") || format(spec).equals("tsv");
  }

  /// `jsonl`, `csv`, `tsv` or `beir`: as the document says, else by the path's ending.
  public static String format(DatasetSpec spec) {
    String source = spec.source();
    if (source != null) {
      return source;
    }
    String path = spec.path();
    if (path == null) {
      return "beir";
    }
    String ending = path.toLowerCase(Locale.ROOT);
    if (ending.endsWith(".csv")) {
      return "csv";
    }
    return ending.endsWith(".tsv") || ending.endsWith(".tab") ? "tsv" : "jsonl";
  }
}
