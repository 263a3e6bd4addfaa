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
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Objects;

/// Whether the last number after the word for “answer” in the problem's language is the expected
/// one; the share of samples where it is. An answer without that word is wrong.
@AutoService(MetricFactory.class)
public final class Mgsm implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "mgsm",
        "Share of answers whose final number is the expected one, in the language of the problem.",
        List.of("text-generation"),
        true,
        0,
        1,
        1,
        "https://github.com/openai/simple-evals/blob/main/mgsm_eval.py");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param(
            "language",
            "text",
            "en",
            "whose word stands before the answer: " + String.join(", ", languages())),
        new Param("answer_prefix", "text", "", "that word, where it is another one"));
  }

  private static List<String> languages() {
    return List.copyOf(MgsmNumber.prefixes().keySet());
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Proportion {

    private final String prefix;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
      String usual =
          Objects.requireNonNull(MgsmNumber.prefixes().get(params.choice("language", languages())));
      String own = params.text("answer_prefix");
      prefix = own.isEmpty() ? usual : own;
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return judgeText(sample, answer, this::judge);
    }

    private Judgement judge(String text, List<String> targets) {
      String number = MgsmNumber.extract(text, prefix);
      return number.isEmpty()
          ? judged(false, "found no number after “" + prefix + "”")
          : judged(
              targets.stream().anyMatch(each -> MgsmNumber.equal(number, each)),
              "extracted “"
                  + PythonText.excerpt(number, 100)
                  + "”, expected “"
                  + PythonText.excerpt(targets.getFirst(), 100)
                  + "”");
    }
  }
}
