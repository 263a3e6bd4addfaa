package io.assay.tasks.choice;

import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word for “answer” in some language with what follows it.
///
/// @param word the word without case: only where it stands need the expression be tried
/// @param pattern begins with the word; its first group is the answer
record AnswerWord(String word, Pattern pattern) {

  /// What openai/simple-evals knows, in its order: the first that a letter follows decides. One is
  /// followed by zero-width spaces, which some models write in Korean.
  private static final List<String> EXPRESSIONS =
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

  /// A word with what follows it.
  ///
  /// @param expression begins with letters, which end at `\s`, `[` or a colon
  static AnswerWord of(String expression) {
    return new AnswerWord(
        PythonText.folded(expression.replaceFirst("(\\\\s|\\[|[:：]).*", "")),
        PythonRegex.compile("(?i)" + expression));
  }

  /// All of them, with letters from A to the last one.
  static List<AnswerWord> all(char last) {
    String letter = "[ \\t]*([A-" + last + "]|[أ-د]|[অবডঢ]|[ＡＢＣＤ])";
    return EXPRESSIONS.stream().map(each -> of(each + letter)).toList();
  }

  /// The first answer in a text.
  ///
  /// @param folded the text without case
  Optional<String> answer(String text, String folded) {
    Matcher matcher = pattern.matcher(text);
    int at = folded.indexOf(word);
    while (at >= 0) {
      if (matcher.region(at, text.length()).lookingAt()) {
        return Optional.of(matcher.group(1));
      }
      at = folded.indexOf(word, at + 1);
    }
    return Optional.empty();
  }
}
