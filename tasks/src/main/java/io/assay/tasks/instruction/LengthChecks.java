package io.assay.tasks.instruction;

import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Instructions about how many words and paragraphs there are.
final class LengthChecks {

  private static final Pattern DIVIDER = PythonRegex.compile("\\s?\\*\\*\\*\\s?");
  private static final Pattern EMPTY_LINE = Pattern.compile("\n\n", Pattern.LITERAL);

  private LengthChecks() {}

  static Instruction words(Arguments arguments) {
    IntPredicate enough = arguments.relation("relation", "num_words");
    return Instruction.of(response -> enough.test(words(response)));
  }

  /// Runs of word characters.
  private static int words(String text) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      boolean isWord = isWordCharacter(codePoint);
      words += isWord && !inWord ? 1 : 0;
      inWord = isWord;
      i += Character.charCount(codePoint);
    }
    return words;
  }

  /// NLTK's tokenizer, which the reference counts with, has another idea of `\w` than Python's own:
  /// Unicode's, with combining marks and without fractions.
  private static boolean isWordCharacter(int codePoint) {
    if (codePoint < 0x80) {
      return Character.isLetterOrDigit(codePoint) || codePoint == '_';
    }
    return Character.isAlphabetic(codePoint)
        || codePoint == 0x200C
        || codePoint == 0x200D
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.CONNECTOR_PUNCTUATION ->
              true;
          default -> false;
        };
  }

  /// Paragraphs between lines of `***`; only the first and the last may be blank, and do not count.
  static Instruction paragraphs(Arguments arguments) {
    int wanted = arguments.count("num_paragraphs");
    return Instruction.of(response -> paragraphs(DIVIDER.split(response, -1)) == wanted);
  }

  private static int paragraphs(String[] parts) {
    int count = parts.length;
    for (int i = 0; i < parts.length; i++) {
      if (isBlank(parts[i])) {
        if (i > 0 && i < parts.length - 1) {
          return -1;
        }
        count--;
      }
    }
    return count;
  }

  /// Paragraphs between empty lines, of which one begins with a given word.
  static Instruction firstWord(Arguments arguments) {
    int wanted = arguments.count("num_paragraphs");
    int nth = arguments.count("nth_paragraph");
    if (nth < 1 || nth > wanted) {
      throw arguments.wrong("nth_paragraph", "a number from 1 to num_paragraphs");
    }
    String word = PythonText.lower(arguments.raw("first_word"));
    return Instruction.of(
        response -> beginsWith(EMPTY_LINE.split(response, -1), wanted, nth, word));
  }

  private static boolean beginsWith(String[] paragraphs, int wanted, int nth, String word) {
    int count = paragraphs.length;
    for (String each : paragraphs) {
      count -= isBlank(each) ? 1 : 0;
    }
    return count == wanted && firstWord(paragraphs[nth - 1]).equals(word);
  }

  /// The beginning of the first word, without quotation marks before it, up to the first mark.
  private static String firstWord(String paragraph) {
    String text = PythonText.strip(paragraph);
    int end = 0;
    while (end < text.length() && !PythonText.isSpace(text.charAt(end))) {
      end++;
    }
    String word = Trim.left(Trim.left(text.substring(0, end), '\''), '"');
    int mark = 0;
    while (mark < word.length() && ".,?!'\"".indexOf(word.charAt(mark)) < 0) {
      mark++;
    }
    return PythonText.lower(word.substring(0, mark));
  }

  private static boolean isBlank(String text) {
    return PythonText.strip(text).isEmpty();
  }
}
