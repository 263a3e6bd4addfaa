package io.assay.tasks.instruction;

import io.assay.tasks.text.PythonText;

/// Counts the points of Markdown lists: what the reference finds with `^\s*\*[^\*].*$` and
/// `^\s*-.*$`. White space before a point may span lines, so that after an empty line there is one
/// point, not two; and a point of `*` alone takes the next line with it.
final class Bullets {

  private Bullets() {}

  static int count(String text) {
    return count(text, '*') + count(text, '-');
  }

  private static int count(String text, char mark) {
    int count = 0;
    int line = 0;
    while (line <= text.length()) {
      int at = afterSpace(text, line);
      boolean point = at < text.length() && text.charAt(at) == mark;
      int end = at;
      if (point && mark == '*') {
        point = at + 1 < text.length() && text.charAt(at + 1) != '*';
        end = point ? at + 2 : at;
      }
      count += point ? 1 : 0;
      int newLine = text.indexOf('\n', Math.min(end, text.length()));
      line = newLine < 0 ? text.length() + 1 : newLine + 1;
    }
    return count;
  }

  private static int afterSpace(String text, int from) {
    int at = from;
    while (at < text.length() && PythonText.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
