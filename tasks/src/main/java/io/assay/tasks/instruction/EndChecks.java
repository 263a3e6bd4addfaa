package io.assay.tasks.instruction;

import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Instructions about how a response begins and ends, and of what it is put together.
final class EndChecks {

  private static final Pattern SEPARATOR = Pattern.compile("******", Pattern.LITERAL);

  private EndChecks() {}

  static Instruction end(Arguments arguments) {
    String phrase = PythonText.lower(arguments.text("end_phrase"));
    return Instruction.of(
        response -> PythonText.lower(Trim.both(PythonText.strip(response), '"')).endsWith(phrase));
  }

  static boolean isQuoted(String response) {
    String text = PythonText.strip(response);
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
  }

  static Instruction repeatsPrompt(Arguments arguments) {
    String prompt = PythonText.lower(arguments.text("prompt_to_repeat"));
    return Instruction.of(
        response -> PythonText.lower(PythonText.strip(response)).startsWith(prompt));
  }

  /// Two different texts with a row of six asterisks between; before and after there may be more.
  static boolean hasTwoResponses(String response) {
    List<String> parts = List.of(SEPARATOR.split(response, -1));
    var responses = new ArrayList<String>();
    for (int i = 0; i < parts.size(); i++) {
      String part = PythonText.strip(parts.get(i));
      if (!part.isEmpty()) {
        responses.add(part);
      } else if (i > 0 && i < parts.size() - 1) {
        return false;
      }
    }
    return responses.size() == 2 && !responses.get(0).equals(responses.get(1));
  }
}
