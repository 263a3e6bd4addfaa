package io.assay.tasks.text;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Regular expressions in Python's syntax with Python's meaning of `\w`, `\d`, `\s`, `\b`, `.` and
/// `$`, as `re` gives them for texts.
public final class PythonRegex {

  /// `\w`. The letter U+10000, already among the others, makes Java look behind by whole
  /// characters: without any written-out one above U+FFFF it looks at halves of surrogate pairs.
  private static final String WORD = "\\p{L}\\p{N}_\uD800\uDC00";

  private static final Pattern REPETITION = Pattern.compile("\\{(?:[0-9]+(?:,[0-9]*)?|,[0-9]*)\\}");

  private PythonRegex() {}

  /// Translates and compiles.
  ///
  /// @throws IllegalArgumentException where the expression is faulty; the message says where
  public static Pattern compile(String expression) {
    try {
      return Pattern.compile(
          anchored(translate(expression)), Pattern.UNIX_LINES | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "regular expression " + expression + " is faulty: " + e.getDescription(), e);
    }
  }

  /// Deletes every match, with a bound on the work: an expression that backtracks over a long text
  /// could run for hours.
  ///
  /// @return empty where the bound was reached, which depends on expression and text alone
  public static Optional<String> delete(Pattern pattern, String text) {
    return bounded(text, each -> pattern.matcher(each).replaceAll(""));
  }

  /// Does any work with patterns over a text, with the same bound.
  ///
  /// @param work gets the text to match
  /// @return empty where the bound was reached, which depends on work and text alone
  public static <T> Optional<T> bounded(String text, Function<CharSequence, T> work) {
    try {
      return Optional.of(work.apply(new CountedText(text)));
    } catch (CountedText.TooManyReads | StackOverflowError _) {
      return Optional.empty();
    }
  }

  /// A leading `.*` over all characters matches from the start or nowhere: saying so saves trying
  /// every place, which takes the square of the text's length.
  private static String anchored(String expression) {
    String leading = "(?s).*";
    boolean greedy =
        expression.startsWith(leading)
            && (expression.length() == leading.length()
                || "?+".indexOf(expression.charAt(leading.length())) < 0);
    return greedy ? "(?s)\\A.*" + expression.substring(leading.length()) : expression;
  }

  private static String translate(String expression) {
    var java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < expression.length(); i++) {
      char character = expression.charAt(i);
      if (character == '\\' && i + 1 < expression.length()) {
        java.append(escape(expression.charAt(++i), inClass));
      } else if (inClass) {
        java.append(insideClass(character));
        inClass = character != ']';
      } else if (expression.startsWith("(?P<", i)) {
        java.append("(?<");
        i += 3;
      } else if (character == '{') {
        java.append(brace(expression, i));
      } else {
        java.append(character);
        if (character == '[') {
          inClass = true;
          i = copyClassStart(expression, i, java);
        }
      }
    }
    return java.toString();
  }

  /// A brace that begins no repetition is itself; `{,3}` is `{0,3}`.
  private static String brace(String expression, int at) {
    Matcher repetition = REPETITION.matcher(expression).region(at, expression.length());
    if (!repetition.lookingAt()) {
      return "\\{";
    }
    return expression.charAt(at + 1) == ',' ? "{0" : "{";
  }

  /// A `]` right after the opening bracket is a character of the class.
  private static int copyClassStart(String expression, int at, StringBuilder java) {
    int next = at + 1;
    if (next < expression.length() && expression.charAt(next) == '^') {
      java.append('^');
      next++;
    }
    if (next < expression.length() && expression.charAt(next) == ']') {
      java.append("\\]");
      next++;
    }
    return next - 1;
  }

  private static String insideClass(char character) {
    return character == '[' || character == '&' ? "\\" + character : String.valueOf(character);
  }

  private static String escape(char character, boolean inClass) {
    return switch (character) {
      case 'd' -> "\\p{Nd}";
      case 'D' -> "\\P{Nd}";
      case 'w' -> "[" + WORD + "]";
      case 'W' -> "[^" + WORD + "]";
      case 's' -> "[" + PythonText.SPACE + "]";
      case 'S' -> "[^" + PythonText.SPACE + "]";
      case 'b' -> inClass ? "\\x08" : boundary(true);
      case 'B' -> inClass ? "\\B" : boundary(false);
      case 'Z' -> "\\z";
      default -> "\\" + character;
    };
  }

  private static String boundary(boolean at) {
    String start = "(?<![" + WORD + "])(?" + (at ? "=" : "!") + "[" + WORD + "])";
    String end = "(?<=[" + WORD + "])(?" + (at ? "!" : "=") + "[" + WORD + "])";
    return "(?:" + start + "|" + end + ")";
  }
}
