package io.assay.tasks.answer;

import io.assay.tasks.text.PythonFloat;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// An answer as DROP's evaluation sees it: tokens between spaces and hyphens in lower case, numbers
/// in one notation, the rest without ASCII punctuation and articles. An answer is one span; DROP's
/// lists of spans are not understood.
///
/// @param normalized the tokens with a space between them
/// @param tokens the different ones
record DropAnswer(String normalized, Set<String> tokens) {

  /// How near an answer is to the nearest of several accepted ones.
  ///
  /// @param exact whether it equals one
  /// @param f1 the largest F1 over sets of tokens, in percent, rounded to two decimals
  record Score(boolean exact, double f1) {}

  static DropAnswer of(String text) {
    var words = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '-') {
        words.addAll(words(PythonText.lower(text.substring(start, i))));
        start = i + 1;
      }
    }
    return new DropAnswer(String.join(" ", words), new LinkedHashSet<>(words));
  }

  private static List<String> words(String token) {
    OptionalDouble number = PythonFloat.parse(token);
    if (number.isPresent()) {
      return List.of(PythonFloat.text(number.getAsDouble()));
    }
    String plain = PythonText.withoutPunctuation(token);
    OptionalDouble cleaned = PythonFloat.parse(plain);
    return cleaned.isPresent()
        ? List.of(PythonFloat.text(cleaned.getAsDouble()))
        : SquadWords.of(plain);
  }

  /// How near the answer is to the nearest of the accepted ones.
  ///
  /// @param accepted the answers that will do; blank ones do not count
  /// @return empty where all are blank
  Optional<Score> score(List<String> accepted) {
    List<DropAnswer> golds =
        accepted.stream()
            .filter(each -> !PythonText.strip(each).isEmpty())
            .map(DropAnswer::of)
            .toList();
    return golds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Score(
                golds.stream().anyMatch(gold -> gold.normalized.equals(normalized)),
                golds.stream().mapToDouble(this::f1).max().orElseThrow()));
  }

  private double f1(DropAnswer gold) {
    if (!sharesANumber(gold)) {
      return 0;
    }
    long common = gold.tokens.stream().filter(tokens::contains).count();
    double precision = tokens.isEmpty() ? 1 : (double) common / tokens.size();
    double recall = gold.tokens.isEmpty() ? 1 : (double) common / gold.tokens.size();
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return Math.rint(f1 * 100 * 100) / 100; // as numpy rounds
  }

  /// Or the gold answer has none.
  private boolean sharesANumber(DropAnswer gold) {
    List<String> numbers =
        gold.tokens.stream().filter(each -> PythonFloat.parse(each).isPresent()).toList();
    return numbers.isEmpty() || numbers.stream().anyMatch(tokens::contains);
  }

  /// Whether one of two texts contains the other, as SQuAD's evaluation sees them; two empty ones
  /// do.
  static boolean fuzzyMatch(String a, String b) {
    String first = String.join(" ", SquadWords.of(a));
    String second = String.join(" ", SquadWords.of(b));
    if (first.isEmpty() || second.isEmpty()) {
      return first.equals(second);
    }
    return first.contains(second) || second.contains(first);
  }
}
