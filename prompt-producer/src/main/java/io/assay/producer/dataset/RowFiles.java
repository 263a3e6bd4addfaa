package io.assay.producer.dataset;

import io.assay.contracts.spec.DatasetSpec;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Opens files of rows.
final class RowFiles {

  private RowFiles() {}

  /// The rows of a file of a dataset.
  ///
  /// @throws DatasetException where it cannot be opened
  static Rows open(Path file, DatasetSpec spec) {
    var format = Format.of(spec);
    return switch (format) {
      case HUMANEVAL, MBPP, OPENAI_EVALS, INSPECT ->
          open(file, spec, Format.byEnding(String.valueOf(file.getFileName())));
      case MTEB ->
          new MtebRows(open(file, spec, Format.byEnding(String.valueOf(file.getFileName()))));
      case JSONL, JSON, CSV, TSV, PARQUET, BEIR, HUGGINGFACE -> open(file, spec, format);
    };
  }

  private static Rows open(Path file, DatasetSpec spec, Format layout) {
    return switch (layout) {
      case CSV -> new CsvRows(file, spec, false);
      case TSV -> new CsvRows(file, spec, true);
      case PARQUET, HUGGINGFACE -> new ParquetRows(file);
      case JSON -> JsonRows.open(file, spec.key());
      case JSONL, BEIR, HUMANEVAL, MBPP, OPENAI_EVALS, INSPECT, MTEB -> new JsonlRows(file);
    };
  }

  /// A file's content, unpacked where its name ends in `.gz`.
  static InputStream content(Path file) throws IOException {
    var in = Files.newInputStream(file);
    return String.valueOf(file.getFileName()).endsWith(".gz")
        ? new GZIPInputStream(in, 1 << 16)
        : in;
  }

  /// A file's content, in memory as far as it was looked at.
  static InputStream buffered(Path file) throws IOException {
    return new BufferedInputStream(content(file), 1 << 16);
  }
}
