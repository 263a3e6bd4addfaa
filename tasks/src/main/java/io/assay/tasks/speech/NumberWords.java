package io.assay.tasks.speech;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The English words for numbers that Whisper's normaliser knows. Its oddities are here too:
/// `nineth` is one of them, `ninth` is not.
final class NumberWords {

  private static final List<String> UNITS =
      List.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final List<String> THOUSANDS =
      List.of(
          "thousand",
          "million",
          "billion",
          "trillion",
          "quadrillion",
          "quintillion",
          "sextillion",
          "septillion",
          "octillion",
          "nonillion",
          "decillion");

  private static final Map<String, NumberWord> ALL = new HashMap<>();

  static {
    for (String zero : List.of("o", "oh", "zero")) {
      ALL.put(zero, new NumberWord.Zero());
    }
    addUnits();
    addTens();
    addMultipliers();
    addSymbols();
  }

  private NumberWords() {}

  /// What a word means, if it has to do with numbers.
  static @Nullable NumberWord find(@Nullable String word) {
    return ALL.get(word);
  }

  /// Whether it is a digit word, a word for ten to nineteen, a ten or a zero.
  static boolean isDecimal(@Nullable NumberWord word) {
    return word instanceof NumberWord.Unit
        || word instanceof NumberWord.Ten
        || word instanceof NumberWord.Zero;
  }

  private static void addUnits() {
    for (int i = 0; i < UNITS.size(); i++) {
      String name = UNITS.get(i);
      ALL.put(name, new NumberWord.Unit(i + 1));
      ALL.put(name.equals("six") ? "sixes" : name + "s", new NumberWord.UnitForm(i + 1, "s"));
      if (!List.of(1, 2, 3, 5, 12).contains(i + 1)) {
        ALL.put(name + (name.endsWith("t") ? "h" : "th"), new NumberWord.UnitForm(i + 1, "th"));
      }
    }
    ALL.put("zeroth", new NumberWord.UnitForm(0, "th"));
    ALL.put("first", new NumberWord.UnitForm(1, "st"));
    ALL.put("second", new NumberWord.UnitForm(2, "nd"));
    ALL.put("third", new NumberWord.UnitForm(3, "rd"));
    ALL.put("fifth", new NumberWord.UnitForm(5, "th"));
    ALL.put("twelfth", new NumberWord.UnitForm(12, "th"));
  }

  private static void addTens() {
    for (int i = 0; i < TENS.size(); i++) {
      int value = 10 * (i + 2);
      ALL.put(TENS.get(i), new NumberWord.Ten(value));
      ALL.put(TENS.get(i).replace("y", "ies"), new NumberWord.TenForm(value, "s"));
      ALL.put(TENS.get(i).replace("y", "ieth"), new NumberWord.TenForm(value, "th"));
    }
  }

  private static void addMultipliers() {
    addMultiplier("hundred", BigInteger.valueOf(100));
    for (int i = 0; i < THOUSANDS.size(); i++) {
      addMultiplier(THOUSANDS.get(i), BigInteger.valueOf(1000).pow(i + 1));
    }
  }

  private static void addMultiplier(String name, BigInteger value) {
    ALL.put(name, new NumberWord.Multiplier(value));
    ALL.put(name + "s", new NumberWord.MultiplierForm(value, "s"));
    ALL.put(name + "th", new NumberWord.MultiplierForm(value, "th"));
  }

  private static void addSymbols() {
    Map.of("minus", "-", "negative", "-", "plus", "+", "positive", "+")
        .forEach((word, symbol) -> ALL.put(word, new NumberWord.Sign(symbol)));
    Map.of("pound", "£", "euro", "€", "dollar", "$", "cent", "¢")
        .forEach((word, symbol) -> {
          ALL.put(word, new NumberWord.Currency(symbol));
          ALL.put(word + "s", new NumberWord.Currency(symbol));
        });
    ALL.put("per", new NumberWord.Per());
    ALL.put("percent", new NumberWord.Percent());
    ALL.put("and", new NumberWord.And());
    ALL.put("double", new NumberWord.Repeat(2));
    ALL.put("triple", new NumberWord.Repeat(3));
    ALL.put("point", new NumberWord.Point());
  }
}
