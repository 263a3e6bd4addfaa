package io.assay.tasks.instruction;

import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// Instructions about words and letters.
final class KeywordChecks {

  private KeywordChecks() {}

  static Instruction existence(Arguments arguments) {
    List<Keyword> keywords = keywords(arguments, "keywords");
    return response -> all(keywords, keyword -> keyword.isIn(response));
  }

  static Instruction forbidden(Arguments arguments) {
    List<Keyword> words = keywords(arguments, "forbidden_words");
    return response -> all(words, word -> word.isWordIn(response).map(found -> !found));
  }

  private static List<Keyword> keywords(Arguments arguments, String name) {
    return arguments.texts(name).stream().map(Keyword::of).toList();
  }

  /// Whether all are as they should be; empty from the first that cannot be told.
  private static Optional<Boolean> all(
      List<Keyword> keywords, Function<Keyword, Optional<Boolean>> right) {
    for (Keyword keyword : keywords) {
      Optional<Boolean> one = right.apply(keyword);
      if (one.isEmpty() || !one.get()) {
        return one;
      }
    }
    return Optional.of(true);
  }

  static Instruction frequency(Arguments arguments) {
    Keyword keyword = Keyword.of(arguments.text("keyword"));
    IntPredicate enough = arguments.relation("relation", "frequency");
    return response -> keyword.count(response).map(enough::test);
  }

  static Instruction letterFrequency(Arguments arguments) {
    String letter = PythonText.lower(arguments.text("letter"));
    if (letter.length() != 1 || letter.charAt(0) < 'a' || letter.charAt(0) > 'z') {
      throw arguments.wrong("letter", "a letter from a to z");
    }
    IntPredicate enough = arguments.relation("let_relation", "let_frequency");
    return Instruction.of(response ->
        enough.test(
            (int) PythonText.lower(response).chars().filter(c -> c == letter.charAt(0)).count()));
  }
}
