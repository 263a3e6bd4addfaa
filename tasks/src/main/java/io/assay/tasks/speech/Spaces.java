package io.assay.tasks.speech;

import io.assay.tasks.text.PythonText;

/// Collapses white space.
final class Spaces {

  private Spaces() {}

  /// One space for every run of white space.
  static String single(CharSequence text) {
    var single = new StringBuilder(text.length());
    boolean before = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = PythonText.isSpace(text.charAt(i));
      if (!space) {
        single.append(text.charAt(i));
      } else if (!before) {
        single.append(' ');
      }
      before = space;
    }
    return single.toString();
  }
}
