package io.assay.tasks.answer;

import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What `exact_match` of Hugging Face and of lm-evaluation-harness leaves of a text, in this order:
/// matches of expressions are deleted, then case, ASCII punctuation, ASCII digits are.
///
/// @param ignored the expressions
record AnswerCleaning(
    List<Pattern> ignored, boolean ignoreCase, boolean ignorePunctuation, boolean ignoreNumbers) {

  /// A text alone.
  ///
  /// @return empty where an expression backtracks too much
  Optional<String> clean(String text) {
    return withoutIgnored(text).map(kept -> folded(kept, width(kept)));
  }

  /// The text without matches of the expressions, with characters U+0000 that it may end in.
  Optional<String> withoutIgnored(String text) {
    Optional<String> kept = Optional.of(text);
    for (int i = 0; i < ignored.size(); i++) {
      Pattern pattern = ignored.get(i);
      kept = i == 0 ? kept : kept.map(AnswerCleaning::withoutFinalNulls);
      kept = kept.flatMap(each -> PythonRegex.delete(pattern, each));
    }
    return kept;
  }

  /// What is left after case, punctuation and digits.
  ///
  /// @param width what [#lower] may not exceed
  String folded(String text, int width) {
    String whole = withoutFinalNulls(text);
    String folded = ignoreCase ? lower(whole, width) : whole;
    folded = ignorePunctuation ? PythonText.withoutPunctuation(folded) : folded;
    folded = ignoreNumbers ? PythonText.withoutDigits(folded) : folded;
    return withoutFinalNulls(folded);
  }

  /// Its length in code points.
  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /// The references lower-case in numpy arrays, whose width is that of the longest text and which
  /// cut off what a text gains: `İ` alone becomes `i`, not `i` and a combining dot.
  private static String lower(String text, int width) {
    String lower = PythonText.lower(text);
    return width(lower) > width ? lower.substring(0, lower.offsetByCodePoints(0, width)) : lower;
  }

  /// numpy pads texts with U+0000, so that it cannot tell them from padding.
  private static String withoutFinalNulls(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
