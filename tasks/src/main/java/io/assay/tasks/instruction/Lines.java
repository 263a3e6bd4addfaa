package io.assay.tasks.instruction;

import java.util.List;
import java.util.regex.Pattern;

/// Python's `text.split("\n")`: every line, also empty ones at the end.
final class Lines {

  private static final Pattern NEW_LINE = Pattern.compile("\n", Pattern.LITERAL);

  private Lines() {}

  static List<String> of(String text) {
    return List.of(NEW_LINE.split(text, -1));
  }
}
