package io.assay.tasks.speech;

/// A phrase to be replaced where it stands as a word or at the end of one: `\bphrase\b` or
/// `phrase\b`.
///
/// @param phrase begins with a letter if `wholeWord`, ends with one always
/// @param wholeWord whether no letter may stand before it
/// @param replacement what comes in its place
record Phrase(String phrase, boolean wholeWord, String replacement) {

  static Phrase word(String phrase, String replacement) {
    return new Phrase(phrase, true, replacement);
  }

  static Phrase ending(String phrase, String replacement) {
    return new Phrase(phrase, false, replacement);
  }

  String replaceIn(String text) {
    int at = text.indexOf(phrase);
    if (at < 0) {
      return text;
    }
    var replaced = new StringBuilder(text.length() + 16);
    int from = 0;
    while (at >= 0) {
      int end = at + phrase.length();
      if (Letters.isWordAt(text, end) || (wholeWord && Letters.isWordBefore(text, at))) {
        at = text.indexOf(phrase, at + 1);
      } else {
        replaced.append(text, from, at).append(replacement);
        from = end;
        at = text.indexOf(phrase, end);
      }
    }
    return from == 0 ? text : replaced.append(text, from, text.length()).toString();
  }
}
