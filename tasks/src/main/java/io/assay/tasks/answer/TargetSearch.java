package io.assay.tasks.answer;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.Proportion;
import io.assay.tasks.text.PythonText;
import java.util.List;
import java.util.Optional;

/// Looks for a target at a place of the answer.
final class TargetSearch extends Proportion {

  /// The parameter that every such metric has.
  static final MetricFactory.Param IGNORE_CASE =
      new MetricFactory.Param("ignore_case", "boolean", "true", "compare in lower case");

  /// Where a target counts.
  interface Place {
    boolean has(String answer, String target);
  }

  private final Place place;
  private final String yes;
  private final String no;
  private final boolean ignoreCase;

  /// @param yes what the answer does where a target is found, for people
  /// @param no what it does not do
  TargetSearch(MetricFactory factory, Params params, Place place, String yes, String no) {
    super(factory, params);
    this.place = place;
    this.yes = yes;
    this.no = no;
    this.ignoreCase = params.flag("ignore_case");
  }

  @Override
  public Judgement judge(Sample sample, Answer answer) {
    return judgeText(
        sample,
        answer,
        (text, targets) -> targets.contains("") ? noTarget(sample) : judge(folded(text), targets));
  }

  private Judgement judge(String searched, List<String> targets) {
    Optional<String> found =
        targets.stream().filter(each -> place.has(searched, folded(each))).findFirst();
    return judged(
        found.isPresent(),
        (found.isPresent() ? yes : no)
            + " “"
            + PythonText.excerpt(found.orElse(targets.getFirst()), 200)
            + "”");
  }

  private String folded(String text) {
    return ignoreCase ? PythonText.lower(text) : text;
  }
}
