package io.assay.tasks.instruction;

import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A keyword of an instruction, whose case does not count. It is a regular expression; plain words,
/// which most are, are found without one, many times faster.
///
/// Where nothing is returned the expression backtracks too much.
interface Keyword {

  /// Whether it is in a text.
  Optional<Boolean> isIn(String text);

  /// Whether it is in a text, between boundaries of words.
  Optional<Boolean> isWordIn(String text);

  /// How often it is in a text, without overlaps.
  Optional<Integer> count(String text);

  /// Reads an expression.
  ///
  /// @throws IllegalArgumentException where it is faulty
  static Keyword of(String expression) {
    return expression.matches("[a-zA-Z0-9 ]+")
        ? new Plain(PythonText.folded(expression))
        : new Expression(
            PythonRegex.compile("(?i)" + expression),
            PythonRegex.compile("(?i)\\b" + expression + "\\b"));
  }

  /// Any expression.
  ///
  /// @param pattern as it is written
  /// @param word the same with boundaries around
  record Expression(Pattern pattern, Pattern word) implements Keyword {

    @Override
    public Optional<Boolean> isIn(String text) {
      return PythonRegex.bounded(text, each -> pattern.matcher(each).find());
    }

    @Override
    public Optional<Boolean> isWordIn(String text) {
      return PythonRegex.bounded(text, each -> word.matcher(each).find());
    }

    @Override
    public Optional<Integer> count(String text) {
      return PythonRegex.bounded(text, each -> count(pattern, each));
    }

    /// How often an expression is found.
    static int count(Pattern pattern, CharSequence text) {
      Matcher matcher = pattern.matcher(text);
      int count = 0;
      while (matcher.find()) {
        count++;
      }
      return count;
    }
  }

  /// Letters, digits and spaces.
  ///
  /// @param folded as case is ignored
  record Plain(String folded) implements Keyword {

    @Override
    public Optional<Boolean> isIn(String text) {
      return Optional.of(PythonText.folded(text).contains(folded));
    }

    @Override
    public Optional<Boolean> isWordIn(String text) {
      String searched = PythonText.folded(text);
      int at = searched.indexOf(folded);
      while (at >= 0 && !(isBoundary(text, at) && isBoundary(text, at + folded.length()))) {
        at = searched.indexOf(folded, at + 1);
      }
      return Optional.of(at >= 0);
    }

    private static boolean isBoundary(String text, int at) {
      boolean before = at > 0 && PythonText.isWordCharacter(text.codePointBefore(at));
      boolean after = at < text.length() && PythonText.isWordCharacter(text.codePointAt(at));
      return before != after;
    }

    @Override
    public Optional<Integer> count(String text) {
      String searched = PythonText.folded(text);
      int count = 0;
      int at = searched.indexOf(folded);
      while (at >= 0) {
        count++;
        at = searched.indexOf(folded, at + folded.length());
      }
      return Optional.of(count);
    }
  }
}
