package io.assay.tasks.speech;

import io.assay.contracts.event.Answer;
import io.assay.tasks.metric.MetricContract.Case;
import io.assay.tasks.metric.TextCases;
import java.util.Random;
import java.util.StringJoiner;

/// Transcripts that differ in some words.
final class SpeechCases {

  private static final String[] WORDS = {"the", "cat", "sat", "twenty", "one", "colour", "i'm", ""};

  private SpeechCases() {}

  static Case any(Random random, int number) {
    return new Case(TextCases.sample(number, text(random)), new Answer.Text(text(random)));
  }

  private static String text(Random random) {
    var text = new StringJoiner(" ");
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }
}
