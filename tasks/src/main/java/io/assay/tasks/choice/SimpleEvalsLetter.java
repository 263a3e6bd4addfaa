package io.assay.tasks.choice;

import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How openai/simple-evals finds the letter of a choice: after a word for “answer”, of which it
/// knows many languages'. What it finds keeps its case, and a small letter is then wrong.
final class SimpleEvalsLetter {

  /// Markdown and LaTeX that may stand between the word and the letter, in this order.
  private static final List<String> MARKUP =
      List.of(
          "**",
          "$\\boxed{",
          "}$",
          "\\$",
          "$\\text{",
          "$",
          "\\mathrm{",
          "\\{",
          "\\text",
          "\\(",
          "\\mathbf{",
          "{",
          "\\boxed");

  /// What stands before the letter. The first that is followed by a letter anywhere decides.
  private static final List<String> PREFIXES =
      List.of(
          "Answer\\s*:",
          "Answer\\s*:\u200b\u200b\u200b\u200b\u200b\u200b",
          "উত্তর\\s*:",
          "उत्तर\\s*:",
          "উত্তরঃ",
          "Antwort\\s*:",
          "답변\\s*:",
          "정답\\s*:",
          "답\\s*:",
          "答案\\s*：",
          "答案\\s*:",
          "答\\s*：",
          "答\\s*:",
          "答复\\s*：",
          "答曰\\s*：",
          "الإجابة:",
          "الجواب:",
          "إجابة:",
          "الإجابة النهائية:",
          "الإجابة الصحيحة:",
          "الإجابة الصحيحة هي:",
          "الإجابة هي:",
          "الجواب النهائي:",
          "Respuesta\\s*:",
          "Risposta\\s*:",
          "答え\\s*:",
          "答え\\s*：",
          "回答\\s*:",
          "回答\\s*：",
          "解答\\s*:",
          "Jawaban\\s*:",
          "Réponse\\s*:",
          "Resposta\\s*:",
          "Jibu\\s*:",
          "Idahun\\s*:",
          "Ìdáhùn\\s*:",
          "Idáhùn\\s*:",
          "Àmọ̀nà\\s*:",
          "Àdáhùn\\s*:",
          "Ànúgọ\\s*:",
          "Àṣàyàn\\s*:");

  /// Arabic, Bengali and full-width letters of choices.
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("أ", "A"),
          Map.entry("ب", "B"),
          Map.entry("ج", "C"),
          Map.entry("د", "D"),
          Map.entry("অ", "A"),
          Map.entry("ব", "B"),
          Map.entry("ড", "C"),
          Map.entry("ঢ", "D"),
          Map.entry("Ａ", "A"),
          Map.entry("Ｂ", "B"),
          Map.entry("Ｃ", "C"),
          Map.entry("Ｄ", "D"));

  private static final Pattern LINE = PythonRegex.compile("(?i)Answer\\s*:\\s*([^\\n]+)");

  private static final Map<Character, List<Pattern>> MMLU = new ConcurrentHashMap<>();
  private static final Map<Character, Pattern> GPQA = new ConcurrentHashMap<>();

  private SimpleEvalsLetter() {}

  /// As its MMLU evaluation, which strips markup first.
  ///
  /// @param last the last letter of a choice; the reference knows A to D only
  static Optional<String> mmlu(String response, char last) {
    String plain = response;
    for (String markup : MARKUP) {
      plain = plain.replace(markup, "");
    }
    for (Pattern pattern : MMLU.computeIfAbsent(last, SimpleEvalsLetter::patterns)) {
      Matcher matcher = pattern.matcher(plain);
      if (matcher.find()) {
        String letter = matcher.group(1);
        return Optional.of(LETTERS.getOrDefault(letter, PythonText.strip(letter)));
      }
    }
    return Optional.empty();
  }

  private static List<Pattern> patterns(char last) {
    return PREFIXES.stream()
        .map(prefix ->
            PythonRegex.compile("(?i)" + prefix + "[ \\t]*([A-" + last + "]|[أ-د]|[অবডঢ]|[ＡＢＣＤ])"))
        .toList();
  }

  /// As its GPQA evaluation: the first `Answer: B` of the text.
  static Optional<String> gpqa(String response, char last) {
    return first(
        GPQA.computeIfAbsent(
            last, to -> PythonRegex.compile("(?i)Answer[ \\t]*:[ \\t]*\\$?([A-" + to + "])\\$?")),
        response);
  }

  /// As where it expects no choice: what follows the first `Answer:` on its line.
  static Optional<String> line(String response) {
    return first(LINE, response);
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
