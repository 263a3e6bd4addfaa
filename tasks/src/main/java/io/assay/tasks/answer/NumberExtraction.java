package io.assay.tasks.answer;

import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the final number of a solution to a GSM8K problem is found. The first three and the way in
/// which they clean numbers (without `,` and `$`, what comes before `#### `, a final `.`) are
/// lm-evaluation-harness's, `gsm8k-official` is openai/grade-school-math's.
enum NumberExtraction {
  /// `#### 18`.
  STRICT("gsm8k-strict", "#### (\\-?[0-9\\.\\,]+)", false),
  /// The last number.
  FLEXIBLE("gsm8k-flexible", "(-?[$0-9.,]{2,})|(-?[0-9]+)", true),
  /// `The answer is 18.`
  COT("gsm8k-cot", "The answer is (\\-?[0-9\\.\\,]+).", false),
  /// `#### 18`, where only commas do not count.
  OFFICIAL("gsm8k-official", "#### (\\-?[0-9\\.\\,]+)", false),
  /// What follows `A:` on the last line that begins so, as GPT-3's recorded solutions end.
  ANSWER_LINE("answer-line", "(?m)^A:([^\\n]*)", true);

  private static final String GOLD_MARK = "#### ";
  private static final Pattern FINAL_POINT = PythonRegex.compile("\\.$");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.?[0-9]+");

  private final String parameter;
  private final Pattern pattern;
  private final boolean last;

  NumberExtraction(String parameter, String pattern, boolean last) {
    this.parameter = parameter;
    this.pattern = PythonRegex.compile(pattern);
    this.last = last;
  }

  /// As job documents write it.
  String parameter() {
    return parameter;
  }

  static List<String> parameters() {
    return Arrays.stream(values()).map(NumberExtraction::parameter).toList();
  }

  /// The number of an answer, cleaned.
  Optional<String> fromAnswer(String answer) {
    return extract(answer).map(this::clean);
  }

  /// The number of a target: what follows `#### ` where that is there, the target itself where it
  /// is a number, else as in answers; cleaned.
  Optional<String> fromTarget(String target) {
    if (this == OFFICIAL && target.contains(GOLD_MARK)) {
      return fromAnswer(target);
    }
    String cleaned = clean(PythonText.strip(target));
    return target.contains(GOLD_MARK) || NUMBER.matcher(cleaned).matches()
        ? Optional.of(cleaned)
        : fromAnswer(target);
  }

  /// The text that was found, as it stands in the answer.
  Optional<String> extract(String text) {
    Matcher matcher = pattern.matcher(text);
    Optional<String> found = Optional.empty();
    while (matcher.find()) {
      found = Optional.of(PythonText.strip(group(matcher)));
      if (!last) {
        break;
      }
    }
    return found.filter(each -> !each.isEmpty());
  }

  private static String group(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      if (group != null) {
        return group;
      }
    }
    return matcher.group();
  }

  /// A number without what does not count in it.
  String clean(String number) {
    String cleaned = number.replace(",", "");
    if (this == OFFICIAL) {
      return cleaned;
    }
    cleaned = cleaned.replace("$", "");
    int mark = cleaned.lastIndexOf(GOLD_MARK);
    cleaned = mark < 0 ? cleaned : cleaned.substring(mark + GOLD_MARK.length());
    return PythonText.lower(FINAL_POINT.matcher(cleaned).replaceAll(""));
  }
}
