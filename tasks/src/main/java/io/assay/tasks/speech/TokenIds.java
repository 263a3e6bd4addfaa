package io.assay.tasks.speech;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two texts as numbers, equal ones for equal units. Units that the reference does not have are all
/// 0: they equal nothing.
///
/// @param reference a number from 1 for each unit
/// @param hypothesis a number from 0 for each unit
/// @param size one more than the largest number
@SuppressWarnings("ArrayRecordComponent") // as fast as can be, and never changed
record TokenIds(int[] reference, int[] hypothesis, int size) {

  static TokenIds ofWords(List<String> reference, List<String> hypothesis) {
    Map<String, Integer> ids = HashMap.newHashMap(reference.size());
    var first = new int[reference.size()];
    for (int i = 0; i < first.length; i++) {
      int next = ids.size() + 1;
      Integer known = ids.putIfAbsent(reference.get(i), next);
      first[i] = known == null ? next : known;
    }
    var second = new int[hypothesis.size()];
    for (int j = 0; j < second.length; j++) {
      second[j] = ids.getOrDefault(hypothesis.get(j), 0);
    }
    return new TokenIds(first, second, ids.size() + 1);
  }

  static TokenIds ofCharacters(int[] reference, int[] hypothesis) {
    int[] first = reference.clone();
    int[] second = hypothesis.clone();
    var ids = new CharacterIds();
    for (int i = 0; i < first.length; i++) {
      first[i] = ids.add(first[i]);
    }
    for (int j = 0; j < second.length; j++) {
      second[j] = ids.find(second[j]);
    }
    return new TokenIds(first, second, ids.size());
  }

  /// Code points by number: pages of 256, made where one is used.
  private static final class CharacterIds {

    private static final int PAGE = 256;

    private int[][] pages = new int[1][]; // most texts need no more
    private int size = 1;

    int size() {
      return size;
    }

    int add(int codePoint) {
      int page = codePoint / PAGE;
      if (page >= pages.length) {
        pages = Arrays.copyOf(pages, page + 1);
      }
      if (pages[page] == null) {
        pages[page] = new int[PAGE];
      }
      int id = pages[page][codePoint % PAGE];
      if (id > 0) {
        return id;
      }
      pages[page][codePoint % PAGE] = size;
      return size++;
    }

    int find(int codePoint) {
      int page = codePoint / PAGE;
      return page >= pages.length || pages[page] == null ? 0 : pages[page][codePoint % PAGE];
    }
  }
}
