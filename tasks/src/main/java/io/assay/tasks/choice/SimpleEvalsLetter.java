package io.assay.tasks.choice;

import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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

  private static final AnswerWord LINE = AnswerWord.of("Answer\\s*:\\s*([^\\n]+)");

  private static final Map<Character, List<AnswerWord>> MMLU = new ConcurrentHashMap<>();
  private static final Map<Character, AnswerWord> GPQA = new ConcurrentHashMap<>();

  private SimpleEvalsLetter() {}

  /// As its MMLU evaluation, which strips markup first.
  ///
  /// @param last the last letter of a choice; the reference knows A to D only
  static Optional<String> mmlu(String response, char last) {
    String plain = response;
    for (String markup : MARKUP) {
      plain = plain.replace(markup, "");
    }
    String folded = PythonText.folded(plain);
    for (AnswerWord word : MMLU.computeIfAbsent(last, AnswerWord::all)) {
      Optional<String> letter = word.answer(plain, folded);
      if (letter.isPresent()) {
        return letter.map(each -> LETTERS.getOrDefault(each, each));
      }
    }
    return Optional.empty();
  }

  /// As its GPQA evaluation: the first `Answer: B` of the text.
  static Optional<String> gpqa(String response, char last) {
    return GPQA.computeIfAbsent(
            last, to -> AnswerWord.of("Answer[ \\t]*:[ \\t]*\\$?([A-" + to + "])\\$?"))
        .answer(response, PythonText.folded(response));
  }

  /// As where it expects no choice: what follows the first `Answer:` on its line.
  static Optional<String> line(String response) {
    return LINE.answer(response, PythonText.folded(response));
  }
}
