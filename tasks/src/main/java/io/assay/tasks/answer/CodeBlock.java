package io.assay.tasks.answer;

import io.assay.tasks.text.PythonText;

/// A text that models like to wrap in a Markdown code block.
final class CodeBlock {

  private static final String FENCE = "```";

  private CodeBlock() {}

  /// What stands in the block that the whole text is; the text itself where it is none.
  static String content(String text) {
    String stripped = PythonText.strip(text);
    int firstLine = stripped.indexOf('\n');
    return stripped.startsWith(FENCE) && firstLine > 0 && isClosed(stripped, firstLine)
        ? stripped.substring(firstLine + 1, stripped.length() - FENCE.length())
        : text;
  }

  private static boolean isClosed(String text, int firstLine) {
    return text.endsWith(FENCE) && text.length() - FENCE.length() > firstLine;
  }
}
