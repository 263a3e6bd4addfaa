package io.assay.tasks.speech;

/// Deletes what is said about a transcript in brackets, without running twice over a text whose
/// brackets never close.
final class Brackets {

  private Brackets() {}

  /// Without `<…>`, `[…]`, and mixtures of both: `[<\[][^>\]]*[>\]]`.
  static String withoutTags(String text) {
    var kept = new StringBuilder(text.length());
    int from = 0;
    for (int at = nextOf(text, '<', '[', 0); at >= 0; at = nextOf(text, '<', '[', from)) {
      int end = nextOf(text, '>', ']', at + 1);
      if (end < 0) {
        break;
      }
      kept.append(text, from, at);
      from = end + 1;
    }
    return from == 0 ? text : kept.append(text, from, text.length()).toString();
  }

  /// Without `(…)` that holds at least one character: `\(([^)]+?)\)`.
  static String withoutParentheses(String text) {
    var kept = new StringBuilder(text.length());
    int from = 0;
    int at = text.indexOf('(');
    while (at >= 0) {
      int end = text.indexOf(')', at + 1);
      if (end < 0) {
        break;
      }
      if (end == at + 1) {
        at = text.indexOf('(', end);
      } else {
        kept.append(text, from, at);
        from = end + 1;
        at = text.indexOf('(', from);
      }
    }
    return from == 0 ? text : kept.append(text, from, text.length()).toString();
  }

  private static int nextOf(String text, char one, char other, int from) {
    for (int i = from; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == one || character == other) {
        return i;
      }
    }
    return -1;
  }
}
