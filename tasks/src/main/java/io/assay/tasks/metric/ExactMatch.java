package io.assay.tasks.metric;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.regex.Pattern;

/// Whether the answer equals a target after both were cleaned in the same way, in this order:
/// matches of regular expressions, case, punctuation, digits; the share of samples that do. As
/// `exact_match` of Hugging Face's `evaluate` and of lm-evaluation-harness define it.
final class ExactMatch implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "exact_match",
        "Share of answers that equal one of their targets.",
        List.of("text-generation"),
        true,
        0,
        1,
        1,
        "https://github.com/huggingface/evaluate/tree/main/metrics/exact_match");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param("ignore_case", "boolean", "false", "compare in lower case"),
        new Param("ignore_punctuation", "boolean", "false", "delete ASCII punctuation first"),
        new Param("ignore_numbers", "boolean", "false", "delete ASCII digits first"),
        new Param("regexes_to_ignore", "list", "[]", "delete what matches (Python's syntax)"),
        new Param("strip", "boolean", "false", "delete white space around both first"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Definition(this, Params.of(spec, this));
  }

  private static final class Definition extends Proportion {

    private final boolean ignoreCase;
    private final boolean ignorePunctuation;
    private final boolean ignoreNumbers;
    private final boolean strip;
    private final List<Pattern> ignored;

    Definition(MetricFactory factory, Params params) {
      super(factory, params);
      ignoreCase = params.flag("ignore_case");
      ignorePunctuation = params.flag("ignore_punctuation");
      ignoreNumbers = params.flag("ignore_numbers");
      strip = params.flag("strip");
      ignored = params.texts("regexes_to_ignore").stream().map(PythonRegex::compile).toList();
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      if (!(answer instanceof Answer.Text(String text))) {
        return wrongAnswer(answer, "texts");
      }
      var targets = targets(sample);
      if (targets.isEmpty()) {
        return noTarget(sample);
      }
      String given = cleaned(text);
      boolean right = targets.get().stream().map(this::cleaned).anyMatch(given::equals);
      return judged(
          right,
          "compared “"
              + PythonText.excerpt(given, 200)
              + "” with “"
              + PythonText.excerpt(cleaned(targets.get().getFirst()), 200)
              + "”");
    }

    private String cleaned(String text) {
      String cleaned = text;
      for (Pattern pattern : ignored) {
        cleaned = pattern.matcher(cleaned).replaceAll("");
      }
      cleaned = ignoreCase ? PythonText.lower(cleaned) : cleaned;
      cleaned = ignorePunctuation ? PythonText.withoutPunctuation(cleaned) : cleaned;
      cleaned = ignoreNumbers ? PythonText.withoutDigits(cleaned) : cleaned;
      return strip ? PythonText.strip(cleaned) : cleaned;
    }
  }
}
