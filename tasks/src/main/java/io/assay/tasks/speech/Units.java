package io.assay.tasks.speech;

import java.util.List;

/// A text in the pieces that are compared.
public sealed interface Units {

  /// How many there are.
  int size();

  /// Appends some of them as text.
  void appendTo(StringBuilder text, int from, int to);

  /// Some of them as text.
  default String text(int from, int to) {
    var text = new StringBuilder();
    appendTo(text, from, to);
    return text.toString();
  }

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
    public void appendTo(StringBuilder text, int from, int to) {
      for (int i = from; i < to; i++) {
        text.append(i == from ? "" : " ").append(words.get(i));
      }
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
    public void appendTo(StringBuilder text, int from, int to) {
      for (int i = from; i < to; i++) {
        text.appendCodePoint(codePoints[i]);
      }
    }

    @Override
    public String separator() {
      return "";
    }
  }
}
