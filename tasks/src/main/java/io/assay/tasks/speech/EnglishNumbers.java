package io.assay.tasks.speech;

import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes spelled-out numbers in digits as Whisper's normaliser does: `twenty one dollars` as
/// `$21`, `one oh one` as `101`, but `1` alone as `one`.
public final class EnglishNumbers {

  private static final Pattern AND_A_HALF = PythonRegex.compile("and\\s+a\\s+half");
  private static final Pattern WITH_CENTS =
      PythonRegex.compile("([€£$])([0-9]+) (?:and )?¢([0-9]{1,2})\\b");
  private static final Pattern ONLY_CENTS = PythonRegex.compile("[€£$]0.([0-9]{1,2})\\b");
  private static final List<String> SUFFIXES = List.of("st", "nd", "rd", "th", "s");

  private EnglishNumbers() {}

  /// The text with its numbers in digits.
  ///
  /// @param text in lower case
  public static String inDigits(String text) {
    return withOnes(
        withCents(NumberReader.read(PythonText.split(aroundNumerals(withHalves(text))))));
  }

  /// Writes `<number> and a half` as `<number> point five`.
  private static String withHalves(String text) {
    List<String> parts = text.contains("half") ? partsBetweenHalves(text) : List.of(text);
    if (parts.size() == 1) {
      return text;
    }
    var joined = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      List<String> words = PythonText.split(parts.get(i));
      if (!words.isEmpty()) {
        joined.append(joined.isEmpty() ? "" : " ").append(parts.get(i));
        if (i < parts.size() - 1) {
          joined.append(takesHalf(words.getLast()) ? " point five" : " and a half");
        }
      }
    }
    return joined.toString();
  }

  /// Split at `\band\s+a\s+half\b`.
  private static List<String> partsBetweenHalves(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    Matcher halves = AND_A_HALF.matcher(text);
    while (halves.find()) {
      if (!Letters.isWordBefore(text, halves.start()) && !Letters.isWordAt(text, halves.end())) {
        parts.add(text.substring(from, halves.start()));
        from = halves.end();
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static boolean takesHalf(String word) {
    NumberWord number = NumberWords.find(word);
    return NumberWords.isDecimal(number) || number instanceof NumberWord.Multiplier;
  }

  /// Puts a space between digits and the letters beside them, but none before `st`, `s` and their
  /// like.
  private static String aroundNumerals(String text) {
    if (text.chars().noneMatch(each -> Letters.isDigit((char) each))) {
      return text;
    }
    var spaced = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      if (i > 0 && isBorder(text.charAt(i - 1), text.charAt(i))) {
        spaced.append(' ');
      }
      spaced.append(text.charAt(i));
    }
    return withSuffixes(spaced);
  }

  private static boolean isBorder(char left, char right) {
    return (Letters.isDigit(left) && isLetter(right)) || (isLetter(left) && Letters.isDigit(right));
  }

  private static boolean isLetter(char character) {
    return character >= 'a' && character <= 'z';
  }

  private static String withSuffixes(StringBuilder text) {
    var joined = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      joined.append(text.charAt(i));
      int next = i + 1;
      while (next < text.length() && PythonText.isSpace(text.charAt(next))) {
        next++;
      }
      boolean joins = Letters.isDigit(text.charAt(i)) && next > i + 1 && isSuffix(text, next);
      joined.append(text, i + 1, joins ? i + 1 : next);
      i = next;
    }
    return joined.toString();
  }

  private static boolean isSuffix(CharSequence text, int at) {
    for (String suffix : SUFFIXES) {
      int end = at + suffix.length();
      if (end <= text.length()
          && suffix.contentEquals(text.subSequence(at, end))
          && !Letters.isWordAt(text, end)) {
        return true;
      }
    }
    return false;
  }

  /// Writes `$2 and ¢7` as `$2.07`, `$0.07` as `¢7`.
  private static String withCents(String text) {
    String joined =
        text.indexOf('¢') < 0 ? text : WITH_CENTS.matcher(text).replaceAll(EnglishNumbers::cents);
    return joined.contains("$0") || joined.contains("£0") || joined.contains("€0")
        ? ONLY_CENTS.matcher(joined).replaceAll(each -> "¢" + Integer.parseInt(each.group(1)))
        : joined;
  }

  private static String cents(MatchResult match) {
    String cents = match.group(3).length() == 1 ? "0" + match.group(3) : match.group(3);
    return (match.group(1).equals("$") ? "\\$" : match.group(1)) + match.group(2) + "." + cents;
  }

  /// `\b1(s?)\b` as `one` or `ones`.
  private static String withOnes(String text) {
    var written = new StringBuilder(text.length() + 8);
    int from = 0;
    for (int at = text.indexOf('1'); at >= 0; at = text.indexOf('1', at + 1)) {
      int end = text.startsWith("s", at + 1) ? at + 2 : at + 1;
      if (!Letters.isWordBefore(text, at) && !Letters.isWordAt(text, end)) {
        written.append(text, from, at).append("one");
        from = at + 1;
      }
    }
    return from == 0 ? text : written.append(text, from, text.length()).toString();
  }
}
