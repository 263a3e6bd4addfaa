package io.assay.tasks.likelihood;

import io.assay.tasks.text.PythonText;
import java.nio.charset.StandardCharsets;

/// What likelihoods of texts are divided by.
final class TextUnits {

  private TextUnits() {}

  /// The pieces between runs of white space. White space at an end has an empty piece beside it: `
  /// a` has two, the empty text one.
  static int words(String text) {
    int words = 1;
    boolean inSpace = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = PythonText.isSpace(text.charAt(i));
      words += space && !inSpace ? 1 : 0;
      inSpace = space;
    }
    return words;
  }

  /// The bytes of its UTF-8 form.
  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// Its code points.
  static int characters(String text) {
    return text.codePointCount(0, text.length());
  }
}
