package io.assay.tasks.embedding;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads TREC's files of runs and judgements.
public final class TrecFiles {

  private static final int RUN_FIELDS = 6;
  private static final int JUDGEMENT_FIELDS = 4;

  private TrecFiles() {}

  /// A run.
  ///
  /// @param tag its name, of its last line as trec_eval takes it
  /// @param scores by query and document, in the order of the file
  public record Run(String tag, Map<String, Map<String, Double>> scores) {}

  /// Reads `query Q0 document rank score tag …`; ranks are not looked at.
  ///
  /// @throws IOException where the file cannot be read
  /// @throws IllegalArgumentException where a line is no such line, or a document comes twice
  public static Run run(Path file) throws IOException {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    var tag = new String[] {""};
    each(
        file,
        RUN_FIELDS,
        "query, Q0, document, rank, score, tag",
        (fields, place) -> {
          double score = number(fields[4], place);
          if (Double.isNaN(score)) {
            throw new IllegalArgumentException(place + " has the score NaN, which has no rank");
          }
          put(scores, fields[0], fields[2], score, place);
          tag[0] = fields[5];
        });
    return new Run(tag[0], scores);
  }

  /// Reads `query iteration document grade`.
  ///
  /// @throws IOException where the file cannot be read
  /// @throws IllegalArgumentException where a line is no such line, or a document comes twice
  public static Map<String, Map<String, Long>> judgements(Path file) throws IOException {
    Map<String, Map<String, Long>> grades = new LinkedHashMap<>();
    each(
        file,
        JUDGEMENT_FIELDS,
        "query, iteration, document, grade",
        (fields, place) -> put(grades, fields[0], fields[2], (long) number(fields[3], place), place));
    return grades;
  }

  /// Takes a line.
  private interface Line {
    void take(String[] fields, String place);
  }

  private static void each(Path file, int count, String expected, Line line) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (!text.isBlank()) {
          String[] fields = text.strip().split("[\\t ]+", count + 1);
          String place = file + ", line " + number;
          if (fields.length < count) {
            throw new IllegalArgumentException(
                place + " has " + fields.length + " fields, expected " + expected);
          }
          line.take(fields, place);
        }
      }
    }
  }

  private static double number(String text, String place) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(place + " has " + text + ", expected a number", e);
    }
  }

  private static <T> void put(
      Map<String, Map<String, T>> all, String query, String document, T value, String place) {
    T other = all.computeIfAbsent(query, _ -> new LinkedHashMap<>()).put(document, value);
    if (other != null) {
      throw new IllegalArgumentException(
          place + " names document " + document + " of query " + query + " a second time");
    }
  }
}
