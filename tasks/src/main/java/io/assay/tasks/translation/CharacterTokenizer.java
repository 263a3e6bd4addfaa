package io.assay.tasks.translation;

/// sacreBLEU's `char`: a space between all characters, white space among them.
final class CharacterTokenizer implements Tokenizer {

  @Override
  public String tokenize(String text) {
    var spaced = new StringBuilder(2 * text.length());
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      spaced.appendCodePoint(codePoint).append(i < text.length() ? " " : "");
    }
    return spaced.toString();
  }
}
