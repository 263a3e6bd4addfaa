package io.assay.tasks.translation;

import io.assay.tasks.text.PythonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers for the words of a few texts: equal words have equal numbers, from 0 in the order of
/// their first appearance.
public final class WordIds {

  private final Map<String, Integer> ids = new HashMap<>();

  /// The words between white space, as Python's `split` finds them.
  public int[] of(String text) {
    return of(PythonText.split(text));
  }

  /// These words.
  public int[] of(List<String> words) {
    var numbers = new int[words.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = idOf(words.get(i));
    }
    return numbers;
  }

  /// How many different words there were.
  public int size() {
    return ids.size();
  }

  private int idOf(String word) {
    Integer next = ids.size();
    Integer known = ids.putIfAbsent(word, next);
    return known == null ? next : known;
  }
}
