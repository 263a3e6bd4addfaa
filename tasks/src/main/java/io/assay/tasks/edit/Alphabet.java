package io.assay.tasks.edit;

import java.util.HashMap;
import java.util.Map;

/// Small numbers for the characters of one text, so that tables by character stay small.
final class Alphabet {

  private static final int FREQUENT = 256;

  private final int[] frequent = new int[FREQUENT];
  private final Map<Integer, Integer> others = new HashMap<>();
  private int size = 1;

  /// The characters of a text as numbers from 1; new ones get the next number.
  int[] ids(int[] text) {
    var numbers = new int[text.length];
    for (int i = 0; i < text.length; i++) {
      int known = id(text[i]);
      numbers[i] = known > 0 ? known : add(text[i]);
    }
    return numbers;
  }

  private int add(int character) {
    int id = size++;
    if (character >= 0 && character < FREQUENT) {
      frequent[character] = id;
    } else {
      others.put(character, id);
    }
    return id;
  }

  private int id(int character) {
    return character >= 0 && character < FREQUENT
        ? frequent[character]
        : others.getOrDefault(character, 0);
  }

  /// The characters of a text as numbers; 0 for those that have none yet.
  int[] knownIds(int[] text) {
    var numbers = new int[text.length];
    for (int i = 0; i < text.length; i++) {
      numbers[i] = id(text[i]);
    }
    return numbers;
  }

  /// One more than the largest number.
  int size() {
    return size;
  }
}
