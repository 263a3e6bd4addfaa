package io.assay.tasks.speech;

import java.util.List;

/// A text in the pieces that are compared.
public sealed interface Units {

  /// How many there are.
  int size();

  /// Some of them as text.
  String text(int from, int to);

  /// What stands between two of them in a text.
  String separator();

  /// Words.
  record Words(List<String> words) implements Units {

    public Words {
      words = List.copyOf(words);
    }

    @Override
    public int size() {
      return words.size();
    }

    @Override
    public String text(int from, int to) {
      return String.join(" ", words.subList(from, to));
    }

    @Override
    public String separator() {
      return " ";
    }
  }

  /// Characters, by the text that they make up.
  ///
  /// @param codePoints not to be changed
  @SuppressWarnings("ArrayRecordComponent") // ten million boxed characters would be too many
  record Characters(int[] codePoints) implements Units {

    static Characters of(String text) {
      return new Characters(text.codePoints().toArray());
    }

    @Override
    public int size() {
      return codePoints.length;
    }

    @Override
    public String text(int from, int to) {
      return new String(codePoints, from, to - from);
    }

    @Override
    public String separator() {
      return "";
    }
  }
}
