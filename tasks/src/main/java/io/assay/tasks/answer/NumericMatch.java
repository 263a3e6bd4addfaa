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
import io.assay.tasks.metric.Targets;
import io.assay.tasks.text.PythonText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether the number at the end of a worked solution is the expected one; the share of samples
/// where it is. An answer without such a number is wrong. [NumberExtraction] says how the number is
/// found in answer and target.
@AutoService(MetricFactory.class)
public final class NumericMatch implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "numeric_match",
        "Share of answers whose final number is the expected one.",
        List.of("text-generation"),
        true,
        0,
        1,
        1,
        "https://github.com/EleutherAI/lm-evaluation-harness/tree/main/lm_eval/tasks/gsm8k");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param(
            "extraction",
            "text",
            NumberExtraction.FLEXIBLE.parameter(),
            "where the number stands: " + String.join(", ", NumberExtraction.parameters())),
        new Param(
            "compare",
            "text",
            "text",
            "text: as it is written, as the references do (5.0 is not 5); number: by its value"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Proportion {

    private final NumberExtraction extraction;
    private final boolean byValue;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
      String wanted = params.choice("extraction", NumberExtraction.parameters());
      extraction =
          Arrays.stream(NumberExtraction.values())
              .filter(each -> each.parameter().equals(wanted))
              .findFirst()
              .orElseThrow();
      byValue = params.choice("compare", List.of("text", "number")).equals("number");
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return judgeText(sample, answer, (text, targets) -> judge(sample, text, targets));
    }

    private Judgement judge(Sample sample, String text, List<String> targets) {
      List<String> expected =
          targets.stream().map(extraction::fromTarget).flatMap(Optional::stream).toList();
      if (expected.isEmpty()) {
        return unjudgeable(
            "target of sample "
                + sample.id()
                + " holds no number that "
                + extraction.parameter()
                + " finds: "
                + Targets.describe(sample.target()));
      }
      return judged(extraction.fromAnswer(text), expected);
    }

    private Judgement judged(Optional<String> given, List<String> expected) {
      return given.isEmpty()
          ? judged(false, extraction.parameter() + " found no number in the answer")
          : judged(
              expected.stream().anyMatch(each -> equal(given.get(), each)),
              "extracted “"
                  + PythonText.excerpt(given.get(), 100)
                  + "”, expected “"
                  + PythonText.excerpt(expected.getFirst(), 100)
                  + "”");
    }

    private boolean equal(String given, String expected) {
      if (given.equals(expected) || !byValue) {
        return given.equals(expected);
      }
      try {
        return decimal(given).compareTo(decimal(expected)) == 0;
      } catch (NumberFormatException _) {
        return false;
      }
    }

    /// Digits, sign and point alone: an exponent of a billion would cost a billion digits.
    private static BigDecimal decimal(String text) {
      if (text.length() > 1000 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
        throw new NumberFormatException(text);
      }
      return new BigDecimal(text);
    }
  }
}
