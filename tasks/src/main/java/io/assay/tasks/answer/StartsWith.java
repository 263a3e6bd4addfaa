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
import java.util.Optional;

/// Whether the answer begins with a target, white space apart; the share of samples where it does.
/// As Inspect's `match` at the beginning, but punctuation counts.
@AutoService(MetricFactory.class)
public final class StartsWith implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "starts_with",
        "Share of answers that begin with one of their targets.",
        List.of("text-generation"),
        true,
        0,
        1,
        1,
        "https://inspect.aisi.org.uk/scorers.html");
  }

  @Override
  public List<Param> params() {
    return List.of(new Param("ignore_case", "boolean", "true", "compare in lower case"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Proportion {

    private final boolean ignoreCase;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
      ignoreCase = params.flag("ignore_case");
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      if (!(answer instanceof Answer.Text(String text))) {
        return wrongAnswer(answer, "texts");
      }
      var targets = targets(sample).filter(texts -> texts.stream().noneMatch(String::isEmpty));
      if (targets.isEmpty()) {
        return noTarget(sample);
      }
      String searched = PythonText.strip(folded(text));
      Optional<String> found =
          targets.get().stream().filter(each -> searched.startsWith(folded(each))).findFirst();
      return judged(
          found.isPresent(),
          found.map(each -> "begins with").orElse("does not begin with")
              + " “"
              + PythonText.excerpt(found.orElse(targets.get().getFirst()), 200)
              + "”");
    }

    private String folded(String text) {
      return ignoreCase ? PythonText.lower(text) : text;
    }
  }
}
