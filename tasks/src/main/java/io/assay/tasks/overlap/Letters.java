package io.assay.tasks.overlap;

import java.util.Arrays;

/// The letters of a word that is being stemmed, cut and lengthened at its end. The word's stem
/// before a suffix is named by its length.
final class Letters {

  private static final int ROOM = 4;

  private int[] letters;
  private int length;

  Letters(String word) {
    letters = new int[word.length() + ROOM];
    for (int i = 0; i < word.length(); length++) {
      letters[length] = word.codePointAt(i);
      i += Character.charCount(letters[length]);
    }
  }

  int length() {
    return length;
  }

  /// The letter so far from the end, 1 for the last.
  int fromEnd(int distance) {
    return letters[length - distance];
  }

  boolean endsWith(String suffix) {
    int stem = length - suffix.length();
    if (stem < 0) {
      return false;
    }
    for (int i = suffix.length() - 1; i >= 0; i--) {
      if (letters[stem + i] != suffix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Puts an ending in place of the last letters.
  void replace(int last, String ending) {
    length -= last;
    if (length + ending.length() > letters.length) {
      letters = Arrays.copyOf(letters, length + ending.length() + ROOM);
    }
    for (int i = 0; i < ending.length(); i++) {
      letters[length++] = ending.charAt(i);
    }
  }

  /// Porter's measure of the first letters: how often a consonant follows a vowel.
  int measure(int stem) {
    int measure = 0;
    boolean afterVowel = false;
    for (int i = 0; i < stem; i++) {
      boolean consonant = isConsonant(i, i > 0 && !afterVowel);
      if (consonant && afterVowel) {
        measure++;
      }
      afterVowel = !consonant;
    }
    return measure;
  }

  boolean hasVowel(int stem) {
    boolean consonant = false;
    for (int i = 0; i < stem; i++) {
      consonant = isConsonant(i, consonant);
      if (!consonant) {
        return true;
      }
    }
    return false;
  }

  /// Whether the last of the first letters is a consonant.
  boolean endsInConsonant(int stem) {
    boolean consonant = false;
    int run = stem - 1;
    while (run > 0 && letters[run] == 'y') {
      run--;
    }
    for (int i = run; i < stem; i++) {
      consonant = isConsonant(i, consonant);
    }
    return consonant;
  }

  boolean endsInDoubleConsonant() {
    return length >= 2 && fromEnd(1) == fromEnd(2) && endsInConsonant(length);
  }

  /// Whether the first letters end in consonant, vowel, consonant other than w, x and y; or are a
  /// vowel and a consonant, which is NLTK's extension.
  boolean endsShort(int stem) {
    if (stem < 2 || !endsInConsonant(stem) || endsInConsonant(stem - 1)) {
      return false;
    }
    int last = letters[stem - 1];
    return stem == 2 || (endsInConsonant(stem - 2) && last != 'w' && last != 'x' && last != 'y');
  }

  /// A y is a consonant where it is first or follows a vowel.
  private boolean isConsonant(int at, boolean afterConsonant) {
    return switch (letters[at]) {
      case 'a', 'e', 'i', 'o', 'u' -> false;
      case 'y' -> at == 0 || !afterConsonant;
      default -> true;
    };
  }

  @Override
  public String toString() {
    return new String(letters, 0, length);
  }
}
