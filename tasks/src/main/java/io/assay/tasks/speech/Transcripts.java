package io.assay.tasks.speech;

import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.List;

/// Texts as jiwer takes them apart.
public final class Transcripts {

  private Transcripts() {}

  /// The words: pieces between spaces (U+0020) or two and more white-space characters of any kind.
  /// A single tab or no-break space inside a text does not separate words.
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      if (isVisible(text.charAt(at))) { // as most are
        at++;
        continue;
      }
      int next = afterSpace(text, at);
      boolean separates = next - at > 1 || (next - at == 1 && (at == 0 || next == text.length()));
      if (next == at || !(separates || text.charAt(at) == ' ')) {
        at = Math.max(next, at + 1);
        continue;
      }
      add(words, text, start, at);
      start = next;
      at = next;
    }
    add(words, text, start, text.length());
    return words;
  }

  private static boolean isVisible(char character) {
    return character > ' ' && character < 0x7f;
  }

  private static void add(List<String> words, String text, int from, int to) {
    if (from < to) {
      words.add(text.substring(from, to));
    }
  }

  private static int afterSpace(String text, int from) {
    int at = from;
    while (at < text.length() && PythonText.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The words of all texts as one.
  public static List<String> words(List<String> texts) {
    return texts.stream().flatMap(text -> words(text).stream()).toList();
  }

  /// The text whose characters count: without white space around it.
  public static String characters(String text) {
    return PythonText.strip(text);
  }

  /// The texts as one, by spaces.
  public static String characters(List<String> texts) {
    return String.join(
        " ", texts.stream().map(Transcripts::characters).filter(each -> !each.isEmpty()).toList());
  }

  /// jiwer's `wer_standardize`: lower case, contractions written out, nothing in brackets, ASCII
  /// white space as spaces.
  public static String standardize(String text) {
    String plain = PythonText.lower(text);
    for (String[] contraction : CONTRACTIONS) {
      plain = plain.replace(contraction[0], contraction[1]);
    }
    plain = Brackets.withoutTags(plain);
    var spaced = new StringBuilder(plain);
    for (int i = 0; i < spaced.length(); i++) {
      char character = spaced.charAt(i);
      if (character >= '\t' && character <= '\r') {
        spaced.setCharAt(i, ' ');
      }
    }
    return spaced.toString();
  }

  private static final String[][] CONTRACTIONS = {
    {"won't", "will not"},
    {"can't", "can not"},
    {"let's", "let us"},
    {"n't", " not"},
    {"'re", " are"},
    {"'s", " is"},
    {"'d", " would"},
    {"'ll", " will"},
    {"'t", " not"},
    {"'ve", " have"},
    {"'m", " am"}
  };
}
