package io.assay.tasks.judge;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds verdicts in judges' replies. The last one counts: judges think first. Double brackets are
/// the form of MT-bench (Zheng et al. 2023, https://arxiv.org/abs/2306.05685); bare forms that
/// models fall into are understood too.
final class Verdicts {

  private static final Pattern RATING =
      Pattern.compile("\\[\\[\\s*(-?\\d{1,6}(?:\\.\\d{1,6})?)\\s*]]");
  private static final Pattern BARE_RATING =
      Pattern.compile("(?i)\\b(?:rating|score)\\b\\W{1,8}(-?\\d{1,6}(?:\\.\\d{1,6})?)");
  private static final Pattern PASS = Pattern.compile("(?i)\\[\\[\\s*(pass|fail)\\s*]]");
  private static final Pattern BARE_PASS =
      Pattern.compile("(?i)\\b(?:verdict|grade|result)\\b\\W{1,8}(pass|fail|C|I)\\b");
  private static final Pattern PREFERENCE = Pattern.compile("\\[\\[\\s*([ABC])\\s*]]");
  private static final Pattern BARE_PREFERENCE =
      Pattern.compile("(?i)\\bverdict\\b\\W{1,8}([ABC])\\b");

  private Verdicts() {}

  /// A rating between these bounds.
  static OptionalDouble rating(String reply, double low, double high) {
    return last(reply, RATING, BARE_RATING)
        .map(Double::parseDouble)
        .filter(rating -> rating >= low && rating <= high)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  /// Whether an answer passes.
  static Optional<Boolean> pass(String reply) {
    return last(reply, PASS, BARE_PASS)
        .map(word -> word.equalsIgnoreCase("pass") || word.equalsIgnoreCase("c"));
  }

  /// The share of a win of the answer that was shown first: 1, 0.5 for a tie, 0.
  static OptionalDouble preference(String reply) {
    return last(reply, PREFERENCE, BARE_PREFERENCE)
        .map(letter ->
            switch (letter.toUpperCase(java.util.Locale.ROOT)) {
              case "A" -> OptionalDouble.of(1);
              case "B" -> OptionalDouble.of(0);
              default -> OptionalDouble.of(0.5);
            })
        .orElseGet(OptionalDouble::empty);
  }

  private static Optional<String> last(String reply, Pattern form, Pattern bare) {
    return last(reply, form).or(() -> last(reply, bare));
  }

  private static Optional<String> last(String reply, Pattern pattern) {
    Matcher matcher = pattern.matcher(reply);
    Optional<String> found = Optional.empty();
    while (matcher.find()) {
      found = Optional.of(matcher.group(1));
    }
    return found;
  }
}
