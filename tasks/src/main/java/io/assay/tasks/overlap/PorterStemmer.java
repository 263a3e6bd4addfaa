package io.assay.tasks.overlap;

import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Map;

/// Porter's stemmer as NLTK extends it by default, for English. Differs from the published
/// algorithm in irregular words, short words, `-ied`, `-y`, `-alli`, `-bli`, `-fulli` and `-logi`.
/// In each step the first rule whose suffix fits decides, even where its condition then fails.
public final class PorterStemmer {

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("sky", "sky"),
          Map.entry("skies", "sky"),
          Map.entry("dying", "die"),
          Map.entry("lying", "lie"),
          Map.entry("tying", "tie"),
          Map.entry("news", "news"),
          Map.entry("innings", "inning"),
          Map.entry("inning", "inning"),
          Map.entry("outings", "outing"),
          Map.entry("outing", "outing"),
          Map.entry("cannings", "canning"),
          Map.entry("canning", "canning"),
          Map.entry("howe", "howe"),
          Map.entry("proceed", "proceed"),
          Map.entry("exceed", "exceed"),
          Map.entry("succeed", "succeed"));

  /// Replaces a suffix where the stem before it has a larger measure than this.
  private record Rule(String suffix, String replacement, int measure) {
    static List<Rule> list(int measure, String... pairs) {
      var rules = new Rule[pairs.length / 2];
      for (int i = 0; i < rules.length; i++) {
        rules[i] = new Rule(pairs[2 * i], pairs[2 * i + 1], measure);
      }
      return List.of(rules);
    }
  }

  private static final List<Rule> STEP_1A =
      Rule.list(-1, "sses", "ss", "ies", "i", "ss", "ss", "s", "");

  private static final List<Rule> STEP_2 =
      Rule.list(
          0, "ational", "ate", "tional", "tion", "enci", "ence", "anci", "ance", "izer", "ize",
          "bli", "ble", "alli", "al", "entli", "ent", "eli", "e", "ousli", "ous", "ization", "ize",
          "ation", "ate", "ator", "ate", "alism", "al", "iveness", "ive", "fulness", "ful",
          "ousness", "ous", "aliti", "al", "iviti", "ive", "biliti", "ble", "fulli", "ful");

  private static final List<Rule> STEP_3 =
      Rule.list(
          0, "icate", "ic", "ative", "", "alize", "al", "iciti", "ic", "ical", "ic", "ful", "",
          "ness", "");

  private static final List<Rule> STEP_4_BEFORE_ION =
      Rule.list(
          1, "al", "", "ance", "", "ence", "", "er", "", "ic", "", "able", "", "ible", "", "ant",
          "", "ement", "", "ment", "", "ent", "");

  private static final List<Rule> STEP_4_AFTER_ION =
      Rule.list(1, "ou", "", "ism", "", "ate", "", "iti", "", "ous", "", "ive", "", "ize", "");

  private PorterStemmer() {}

  /// The stem, in lower case.
  public static String stem(String word) {
    String lower = PythonText.lower(word);
    String irregular = IRREGULAR.get(lower);
    if (irregular != null) {
      return irregular;
    }
    if (word.codePointCount(0, word.length()) <= 2) {
      return lower;
    }
    var letters = new Letters(lower);
    step1a(letters);
    step1b(letters);
    step1c(letters);
    step2(letters);
    apply(STEP_3, letters);
    step4(letters);
    step5a(letters);
    step5b(letters);
    return letters.toString();
  }

  /// Applies the first rule whose suffix fits.
  ///
  /// @return whether one did, whatever its condition said
  private static boolean apply(List<Rule> rules, Letters letters) {
    for (Rule rule : rules) {
      if (letters.endsWith(rule.suffix)) {
        int last = rule.suffix.length();
        if (letters.measure(letters.length() - last) > rule.measure) {
          letters.replace(last, rule.replacement);
        }
        return true;
      }
    }
    return false;
  }

  private static void step1a(Letters letters) {
    if (letters.length() == 4 && letters.endsWith("ies")) {
      letters.replace(3, "ie");
    } else {
      apply(STEP_1A, letters);
    }
  }

  private static void step1b(Letters letters) {
    if (letters.endsWith("ied")) {
      letters.replace(3, letters.length() == 4 ? "ie" : "i");
    } else if (letters.endsWith("eed")) {
      if (letters.measure(letters.length() - 3) > 0) {
        letters.replace(1, "");
      }
    } else {
      int last = letters.endsWith("ed") ? 2 : letters.endsWith("ing") ? 3 : 0;
      if (last > 0 && letters.hasVowel(letters.length() - last)) {
        letters.replace(last, "");
        mend(letters);
      }
    }
  }

  /// Mends a stem from which `-ed` or `-ing` was cut.
  private static void mend(Letters letters) {
    if (letters.endsWith("at") || letters.endsWith("bl") || letters.endsWith("iz")) {
      letters.replace(0, "e");
    } else if (letters.endsInDoubleConsonant()) {
      int last = letters.fromEnd(1);
      letters.replace(last == 'l' || last == 's' || last == 'z' ? 0 : 1, "");
    } else if (letters.endsWith("*d")) {
      // The reference writes its rule for double consonants as the suffix "*d".
      letters.replace(2, "d");
    } else if (letters.measure(letters.length()) == 1 && letters.endsShort(letters.length())) {
      letters.replace(0, "e");
    }
  }

  private static void step1c(Letters letters) {
    int stem = letters.length() - 1;
    if (stem > 1 && letters.endsWith("y") && letters.endsInConsonant(stem)) {
      letters.replace(1, "i");
    }
  }

  private static void step2(Letters letters) {
    while (letters.endsWith("alli") && letters.measure(letters.length() - 4) > 0) {
      letters.replace(2, "");
    }
    boolean found = apply(STEP_2, letters);
    if (!found && letters.endsWith("logi") && letters.measure(letters.length() - 3) > 0) {
      letters.replace(1, "");
    }
  }

  private static void step4(Letters letters) {
    if (apply(STEP_4_BEFORE_ION, letters)) {
      return;
    }
    if (!letters.endsWith("ion")) {
      apply(STEP_4_AFTER_ION, letters);
    } else if (letters.measure(letters.length() - 3) > 1
        && (letters.fromEnd(4) == 's' || letters.fromEnd(4) == 't')) {
      letters.replace(3, "");
    }
  }

  private static void step5a(Letters letters) {
    int stem = letters.length() - 1;
    if (letters.endsWith("e")) {
      int measure = letters.measure(stem);
      if (measure > 1 || (measure == 1 && !letters.endsShort(stem))) {
        letters.replace(1, "");
      }
    }
  }

  private static void step5b(Letters letters) {
    if (letters.endsWith("ll") && letters.measure(letters.length() - 1) > 1) {
      letters.replace(1, "");
    }
  }
}
