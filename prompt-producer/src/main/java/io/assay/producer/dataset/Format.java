package io.assay.producer.dataset;

import io.assay.contracts.spec.DatasetSpec;
import java.util.Locale;

/// How a dataset's files are laid out, and whose fields they have.
public enum Format {
  /// One JSON object a line.
  JSONL,
  /// An array of objects, or an object with such an array.
  JSON,
  /// Comma-separated.
  CSV,
  /// Tab-separated.
  TSV,
  /// Apache Parquet.
  PARQUET,
  /// A retrieval corpus in BEIR's layout.
  BEIR,
  /// A dataset of the Hugging Face hub, in Parquet.
  HUGGINGFACE,
  /// Problems as HumanEval and evalplus have them.
  HUMANEVAL,
  /// Problems as MBPP has them.
  MBPP,
  /// Samples of OpenAI's evals.
  OPENAI_EVALS,
  /// Samples of Inspect.
  INSPECT,
  /// Rows of MTEB's embedding tasks.
  MTEB;

  /// The format of a dataset: as the document says, else by the path's ending.
  public static Format of(DatasetSpec spec) {
    String source = spec.source();
    if (source != null) {
      return valueOf(source.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
    String path = spec.path();
    if (path != null) {
      return byEnding(path);
    }
    return spec.name() == null ? BEIR : HUGGINGFACE;
  }

  /// The format that a file's name tells; JSON lines if it tells none.
  static Format byEnding(String path) {
    String name = path.toLowerCase(Locale.ROOT).replaceAll("[?#].*$", "").replaceAll("\\.gz$", "");
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "csv" -> CSV;
      case "tsv", "tab" -> TSV;
      case "json" -> JSON;
      case "parquet" -> PARQUET;
      default -> JSONL;
    };
  }

  /// Whether all fields are texts.
  boolean isTable() {
    return this == CSV || this == TSV;
  }
}
