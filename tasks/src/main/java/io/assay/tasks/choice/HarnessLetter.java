package io.assay.tasks.choice;

import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How lm-evaluation-harness finds the letter of a choice. What it finds is compared without case
/// and punctuation.
final class HarnessLetter {

  /// What it gives where it finds nothing.
  static final String INVALID = "[invalid]";

  /// What stands before the answer; `The answer is ` is one of them with more before it.
  private static final List<String> FLAN =
      List.of("answer is ", "The answer is: ", "The answer: ", "The final answer: ");

  private static final Map<Integer, Pattern> AFTER_COLON = new ConcurrentHashMap<>();
  private static final Pattern BRACKETED = Pattern.compile("\\([A-Z]\\)");

  private HarnessLetter() {}

  /// As `mmlu_flan_cot`, strictly: what follows `The answer is ` on its line, but for the last
  /// character.
  static String flanStrict(String response) {
    int from =
        FLAN.stream().mapToInt(before -> after(before, response)).min().orElse(response.length());
    if (from == response.length()) {
      return INVALID;
    }
    int last = response.offsetByCodePoints(lineEnd(response, from), -1);
    return last == from ? INVALID : PythonText.strip(response.substring(from, last));
  }

  /// The first place after a text where the line goes on; the response's length where there is
  /// none.
  private static int after(String before, String response) {
    int at = response.indexOf(before);
    while (at >= 0) {
      int from = at + before.length();
      if (from < lineEnd(response, from)) {
        return from;
      }
      at = response.indexOf(before, at + 1);
    }
    return response.length();
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /// As its filter `multi_choice_regex`: the last `(B)`; else the last choice whose text stands in
  /// the response, without case and punctuation; else the last `: B`.
  static String multiChoice(String response, List<String> choices) {
    String bracketed = last(BRACKETED, response, 0);
    if (!bracketed.isEmpty()) {
      return bracketed;
    }
    String named = lastNamed(folded(response), choices);
    return named.isEmpty() ? afterColon(response, choices.size()) : named;
  }

  private static String last(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    String last = "";
    while (matcher.find()) {
      last = matcher.group(group);
    }
    return last;
  }

  /// The last choice that is found from left to right, without overlaps, the first one in the list
  /// where several begin.
  private static String lastNamed(String text, List<String> choices) {
    List<String> texts = choices.stream().map(each -> folded(PythonText.strip(each))).toList();
    if (texts.isEmpty() || texts.contains("")) {
      return ""; // the end of the text then is the last find
    }
    var next = new int[texts.size()];
    Arrays.fill(next, -1);
    String last = "";
    int at = 0;
    while (at < text.length()) {
      int first = 0;
      for (int i = 0; i < next.length; i++) {
        next[i] = next[i] < at ? found(text, texts.get(i), at) : next[i];
        first = next[i] < next[first] ? i : first;
      }
      if (next[first] == text.length()) {
        break;
      }
      last = texts.get(first);
      at = next[first] + last.length();
    }
    String found = PythonText.strip(last);
    return letters(texts).getOrDefault(found, found);
  }

  private static int found(String text, String part, int from) {
    int at = text.indexOf(part, from);
    return at < 0 ? text.length() : at;
  }

  private static Map<String, String> letters(List<String> texts) {
    var letters = new HashMap<String, String>();
    IntStream.range(0, texts.size())
        .forEach(i -> letters.put(texts.get(i), "(" + Choices.letter(i) + ")"));
    return letters;
  }

  private static String afterColon(String response, int choices) {
    String letter = last(AFTER_COLON.computeIfAbsent(choices, HarnessLetter::colon), response, 1);
    return letter.isEmpty() ? INVALID : "(" + letter + ")";
  }

  private static Pattern colon(int choices) {
    return PythonRegex.compile(
        IntStream.range(0, choices)
            .mapToObj(Choices::letter)
            .collect(Collectors.joining("|", ":[\\s]*(", ")")));
  }

  /// In lower case, without characters of Unicode's punctuation categories.
  private static String folded(String text) {
    String lower = PythonText.lower(text);
    var kept = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); ) {
      int codePoint = lower.codePointAt(i);
      if (!isPunctuation(codePoint)) {
        kept.appendCodePoint(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return kept.toString();
  }

  private static boolean isPunctuation(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /// As `mmlu_generative`: the first line.
  static String firstLine(String response) {
    int end = response.indexOf('\n');
    return PythonText.strip(end < 0 ? response : response.substring(0, end));
  }
}
