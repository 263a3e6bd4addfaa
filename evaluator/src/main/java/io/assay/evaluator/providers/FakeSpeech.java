package io.assay.evaluator.providers;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Answer.Word;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.SampleKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Transcripts with a chosen share of wrong words: a third each is another word of the text, left
/// out, or said twice.
final class FakeSpeech {

  private FakeSpeech() {}

  /// A transcript of what was said.
  ///
  /// @param said the right words
  /// @param accuracy the share of words that are right, 0 to 1
  static Answer.Transcript of(
      ModelRequest.Transcribe request,
      String said,
      double accuracy,
      String modelId,
      SampleKey key) {
    String[] words = said.isBlank() ? new String[0] : said.strip().split("\\s+");
    var heard = new ArrayList<String>();
    for (int i = 0; i < words.length; i++) {
      double draw = Draw.of("word " + i, modelId, key);
      if (draw < accuracy) {
        heard.add(words[i]);
      } else {
        mistaken(heard, words, i, Draw.of("mistake " + i, modelId, key));
      }
    }
    return new Answer.Transcript(
        String.join(" ", heard),
        request.language(),
        request.audioSeconds(),
        request.wordTimes() ? timed(heard, request.audioSeconds()) : List.of());
  }

  private static void mistaken(List<String> heard, String[] words, int at, double draw) {
    if (draw < 1 / 3.0) {
      heard.add(words[(int) (draw * 3 * words.length)] + "s");
    } else if (draw < 2 / 3.0) {
      heard.add(words[at]);
      heard.add(words[at]);
    }
  }

  /// Each word takes as long as any other.
  private static List<Word> timed(List<String> words, @Nullable Double seconds) {
    if (seconds == null) {
      return List.of();
    }
    double each = seconds / Math.max(1, words.size());
    var timed = new ArrayList<Word>();
    for (int i = 0; i < words.size(); i++) {
      timed.add(new Word(words.get(i), i * each, (i + 1) * each));
    }
    return timed;
  }
}
