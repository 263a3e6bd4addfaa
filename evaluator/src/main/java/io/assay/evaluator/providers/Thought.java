package io.assay.evaluator.providers;

/// An answer, and what the model wrote between tags before it.
record Thought(String reasoning, String answer) {

  /// Takes `<tag>…</tag>` from the beginning. Without the first tag, which some servers put into
  /// the prompt, all up to the second one is thought. A thought that does not end is left where it
  /// is: there is no answer after it.
  ///
  /// @param tag its name; empty for none
  static Thought of(String text, String tag) {
    if (tag.isEmpty()) {
      return new Thought("", text);
    }
    String end = "</" + tag + ">";
    int at = text.indexOf(end);
    if (at < 0) {
      return new Thought("", text);
    }
    String begin = "<" + tag + ">";
    String before = text.substring(0, at).strip();
    String reasoning = before.startsWith(begin) ? before.substring(begin.length()) : before;
    return new Thought(reasoning.strip(), text.substring(at + end.length()).stripLeading());
  }
}
