package io.assay.tasks.overlap;

import io.assay.tasks.text.LastReadings;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.List;

/// The words of a text as ROUGE sees them: runs of ASCII letters and digits in lower case.
/// Everything else only separates, so that a Chinese text has no words.
///
/// @param words all of them, stemmed where that was asked for
/// @param lineEnds for each line that has words, how many words there are up to its end
record RougeText(List<String> words, List<Integer> lineEnds) {

  /// Words up to this length are not stemmed.
  private static final int SHORT = 3;

  private static final LastReadings<RougeText> PLAIN =
      new LastReadings<>(text -> read(text, false));
  private static final LastReadings<RougeText> STEMMED =
      new LastReadings<>(text -> read(text, true));

  static RougeText of(String text, boolean useStemmer) {
    return (useStemmer ? STEMMED : PLAIN).of(text);
  }

  private static RougeText read(String text, boolean useStemmer) {
    String lower = PythonText.lower(text);
    var words = new ArrayList<String>();
    var lineEnds = new ArrayList<Integer>();
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      char character = i < lower.length() ? lower.charAt(i) : '\n';
      if (!isWord(character)) {
        if (i > start) {
          words.add(word(lower.substring(start, i), useStemmer));
        }
        start = i + 1;
        boolean empty = words.size() == (lineEnds.isEmpty() ? 0 : lineEnds.getLast());
        if (character == '\n' && !empty) {
          lineEnds.add(words.size());
        }
      }
    }
    return new RougeText(words, lineEnds);
  }

  private static String word(String word, boolean useStemmer) {
    return useStemmer && word.length() > SHORT ? PorterStemmer.stem(word) : word;
  }

  private static boolean isWord(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
  }
}
