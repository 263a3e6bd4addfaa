package io.assay.tasks.choice;

import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How lm-evaluation-harness finds the letter of a choice. What it finds is compared without case
/// and punctuation.
final class HarnessLetter {

  /// What it gives where it finds nothing.
  static final String INVALID = "[invalid]";

  private static final Pattern FLAN =
      PythonRegex.compile(
          List.of(
                  "The answer is ",
                  "The answer is: ",
                  "answer is ",
                  "The answer: ",
                  "The final answer: ")
              .stream()
              .map(before -> "(?<=" + before + ")(?:.*)(?=.)")
              .collect(Collectors.joining("|")));

  private static final Pattern BRACKETED = Pattern.compile("\\([A-Z]\\)");

  private HarnessLetter() {}

  /// As `mmlu_flan_cot`, strictly: what follows `The answer is ` on its line, but for the last
  /// character.
  static String flanStrict(String response) {
    Matcher matcher = FLAN.matcher(response);
    return matcher.find() && !matcher.group().isEmpty()
        ? PythonText.strip(matcher.group())
        : INVALID;
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
    if (texts.contains("")) {
      return ""; // the end of the text then is the last find
    }
    String last = "";
    for (int at = 0; at < text.length(); ) {
      int start = at;
      String here =
          texts.stream().filter(each -> text.startsWith(each, start)).findFirst().orElse("");
      last = here.isEmpty() ? last : here;
      at += Math.max(1, here.length());
    }
    String found = PythonText.strip(last);
    return letters(texts).getOrDefault(found, found);
  }

  private static Map<String, String> letters(List<String> texts) {
    var letters = new HashMap<String, String>();
    IntStream.range(0, texts.size())
        .forEach(i -> letters.put(texts.get(i), "(" + Choices.letter(i) + ")"));
    return letters;
  }

  private static String afterColon(String response, int choices) {
    String letters =
        IntStream.range(0, choices).mapToObj(Choices::letter).collect(Collectors.joining("|"));
    String letter = last(PythonRegex.compile(":[\\s]*(" + letters + ")"), response, 1);
    return letter.isEmpty() ? INVALID : "(" + letter + ")";
  }

  /// In lower case, without characters of Unicode's punctuation categories.
  private static String folded(String text) {
    var kept = new StringBuilder(text.length());
    PythonText.lower(text)
        .codePoints()
        .filter(each -> !isPunctuation(each))
        .forEach(kept::appendCodePoint);
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
