package io.assay.dashboard.export;

import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The forms in which samples leave.
enum ExportFormat {
  /// All that is known of a sample, one JSON object a line.
  JSONL("application/jsonl", "jsonl"),
  /// A table with a column for each metric.
  CSV("text/csv;charset=UTF-8", "csv"),
  /// A manifest of the Open ASR Leaderboard: audio_filepath, duration, time, text, pred_text.
  OPEN_ASR("application/jsonl", "jsonl"),
  /// What human-eval and evalplus read: task_id, completion.
  HUMANEVAL("application/jsonl", "jsonl");

  private final String mediaType;
  private final String ending;

  ExportFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  String mediaType() {
    return mediaType;
  }

  String ending() {
    return ending;
  }

  /// As users write it.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<ExportFormat> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ExportFormat::word).toList();
  }

  /// Writes samples in this form.
  ///
  /// @param metrics names of the job's metrics
  SampleSink to(Writer out, List<String> metrics) {
    return switch (this) {
      case JSONL -> new JsonLines(out, SampleLines::all);
      case OPEN_ASR -> new JsonLines(out, SampleLines::openAsr);
      case HUMANEVAL -> new JsonLines(out, SampleLines::humanEval);
      case CSV -> new CsvTable(out, metrics);
    };
  }
}
