package io.assay.tasks.speech;

import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.Params;
import java.nio.file.Path;
import java.util.List;

/// The normalisers that job documents can name.
final class TranscriptNormalizers {

  /// The parameters that choose one.
  static final List<Param> PARAMS =
      List.of(
          new Param(
              "normalizer",
              "text",
              "none",
              "none, whisper-basic (all languages) or whisper-english, for both texts"),
          new Param(
              "spelling",
              "file",
              "",
              "a file with other British and American spellings (a JSON object) for"
                  + " whisper-english"));

  private TranscriptNormalizers() {}

  /// The normaliser that the parameters name.
  ///
  /// @throws IllegalArgumentException where there is none of this name, or its table of spellings
  ///   cannot be read
  static TranscriptNormalizer of(Params params) {
    String name = params.choice("normalizer", List.of("none", "whisper-basic", "whisper-english"));
    String spelling = params.text("spelling");
    if (!spelling.isEmpty() && !name.equals("whisper-english")) {
      throw new IllegalArgumentException(
          "spelling of metric "
              + params.spec().metric()
              + " is given, but its normalizer is "
              + name
              + ", expected whisper-english");
    }
    return switch (name) {
      case "whisper-basic" -> new WhisperBasic(false, false);
      case "whisper-english" -> new WhisperEnglish(table(spelling, params));
      default -> text -> text;
    };
  }

  private static SpellingTable table(String file, Params params) {
    if (file.isEmpty()) {
      return SpellingTable.standard();
    }
    SpellingTable table = SpellingFile.read(Path.of(file));
    params.describe("spelling", table.fingerprint());
    return table;
  }
}
