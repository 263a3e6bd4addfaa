package io.assay.tasks.speech;

import io.assay.tasks.text.PythonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// American spellings by British ones.
///
/// @param american the words
public record SpellingTable(Map<String, String> american) {

  private static final SpellingTable STANDARD =
      new SpellingTable(SpellingFamilies.read("spelling.txt"));

  public SpellingTable {
    american = Map.copyOf(american);
  }

  /// The table of Whisper's evaluation.
  public static SpellingTable standard() {
    return STANDARD;
  }

  /// Tells tables apart: equal for equal words, whatever file they came from.
  public String fingerprint() {
    var sorted = new TreeMap<>(american).toString().getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(sorted);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The words in American spelling, by single spaces.
  public String american(String text) {
    var words = new StringBuilder(text.length());
    for (String word : PythonText.split(text)) {
      words.append(words.isEmpty() ? "" : " ").append(american.getOrDefault(word, word));
    }
    return words.toString();
  }
}
