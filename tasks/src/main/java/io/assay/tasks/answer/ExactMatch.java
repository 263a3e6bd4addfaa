package io.assay.tasks.answer;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Proportion;
import io.assay.tasks.metric.TextTasks;
import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether the answer equals a target after both were cleaned in the same way, in this order:
/// matches of regular expressions, case, punctuation, digits; the share of samples that do. As
/// `exact_match` of Hugging Face's `evaluate` and of lm-evaluation-harness define it.
@AutoService(MetricFactory.class)
public final class ExactMatch implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "exact_match",
        "Share of answers that equal one of their targets.",
        TextTasks.ALL,
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
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Proportion {

    private final AnswerCleaning cleaning;
    private final boolean strip;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
      boolean ignoreCase = params.flag("ignore_case");
      boolean ignorePunctuation = params.flag("ignore_punctuation");
      boolean ignoreNumbers = params.flag("ignore_numbers");
      List<Pattern> ignored =
          params.texts("regexes_to_ignore").stream().map(PythonRegex::compile).toList();
      cleaning = new AnswerCleaning(ignored, ignoreCase, ignorePunctuation, ignoreNumbers);
      strip = params.flag("strip");
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return judgeText(sample, answer, (text, targets) -> judge(sample, text, targets));
    }

    private Judgement judge(Sample sample, String text, List<String> targets) {
      Optional<String> given = cleaned(text);
      List<String> expected =
          targets.stream().map(this::cleaned).flatMap(Optional::stream).toList();
      return given.isEmpty() || expected.isEmpty()
          ? unjudgeable(
              "regexes_to_ignore backtrack too much over sample "
                  + sample.id()
                  + "; write them without nested or leading repetitions")
          : judged(
              expected.contains(given.get()),
              "compared “"
                  + PythonText.excerpt(given.get(), 200)
                  + "” with “"
                  + PythonText.excerpt(expected.getFirst(), 200)
                  + "”");
    }

    private Optional<String> cleaned(String text) {
      return cleaning.clean(text).map(each -> strip ? PythonText.strip(each) : each);
    }
  }
}
