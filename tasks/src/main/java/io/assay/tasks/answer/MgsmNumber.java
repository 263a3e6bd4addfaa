package io.assay.tasks.answer;

import io.assay.tasks.text.PythonRegex;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The final number of a solution in one of MGSM's languages, as openai/simple-evals finds and
/// compares it. Signs are lost.
final class MgsmNumber {

  private static final Pattern NUMBER = PythonRegex.compile("\\d+\\.?\\d*");

  /// What stands before the final answer, by language.
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("bn", "উত্তর"),
          Map.entry("de", "Antwort"),
          Map.entry("en", "Answer"),
          Map.entry("es", "Respuesta"),
          Map.entry("fr", "Réponse"),
          Map.entry("ja", "答え"),
          Map.entry("ru", "Ответ"),
          Map.entry("sw", "Jibu"),
          Map.entry("te", "సమాధానం"),
          Map.entry("th", "คำตอบ"),
          Map.entry("zh", "答案"));

  private MgsmNumber() {}

  /// The languages by their ISO 639-1 codes, and what stands before the answer in each.
  static Map<String, String> prefixes() {
    return new TreeMap<>(PREFIXES);
  }

  /// The last number after the last prefix, without commas; empty where there is none.
  static String extract(String text, String prefix) {
    int at = text.lastIndexOf(prefix);
    if (at < 0) {
      return "";
    }
    Matcher matcher = NUMBER.matcher(text.substring(at + prefix.length()).replace(",", ""));
    String last = "";
    while (matcher.find()) {
      last = matcher.group();
    }
    return last.endsWith(".") ? last.substring(0, last.length() - 1) : last;
  }

  /// Whether an extracted number is the expected one: as text, but for commas and zeros at the end
  /// of a fraction.
  static boolean equal(String extracted, String target) {
    return target.replace(",", "").equals(withoutFinalZeros(extracted).replace(",", ""));
  }

  private static String withoutFinalZeros(String number) {
    if (!number.contains(".")) {
      return number;
    }
    int end = number.length();
    while (end > 0 && number.charAt(end - 1) == '0') {
      end--;
    }
    while (end > 0 && number.charAt(end - 1) == '.') {
      end--;
    }
    return number.substring(0, end);
  }
}
