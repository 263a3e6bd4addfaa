package io.assay.tasks.translation;

import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.List;

/// The words of chrF++: what stands between white space, with one punctuation character split off,
/// at the end if there is one, else at the beginning. So `(hi)` is `(hi` and `)`.
final class ChrfWords {

  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private ChrfWords() {}

  static List<String> of(String text) {
    var words = new ArrayList<String>();
    for (String word : PythonText.split(text)) {
      int last = word.length() - 1;
      if (last > 0 && isPunctuation(word.charAt(last))) {
        words.add(word.substring(0, last));
        words.add(word.substring(last));
      } else if (last > 0 && isPunctuation(word.charAt(0))) {
        words.add(word.substring(0, 1));
        words.add(word.substring(1));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean isPunctuation(char character) {
    return PUNCTUATION.indexOf(character) >= 0;
  }
}
