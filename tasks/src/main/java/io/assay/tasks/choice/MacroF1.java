package io.assay.tasks.choice;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The mean over choices of the F1 of each: every choice counts alike, however rare it is the right
/// one. For classification, where the choices of all samples are the same. Choices that are neither
/// right nor taken anywhere do not count; a sample without a decision is missed by its right
/// choice.
@AutoService(MetricFactory.class)
public final class MacroF1 implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "macro_f1",
        "Mean over choices of the harmonic mean of precision and recall.",
        List.of("multiple-choice", "multiple-choice-likelihood"),
        true,
        0,
        1,
        1,
        "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.f1_score.html");
  }

  @Override
  public List<Param> params() {
    return List.of(LetterExtraction.PARAM);
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Definition implements SetMetric {

    private static final int NONE = -1;

    private final LetterExtraction extraction;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
      extraction = LetterExtraction.of(params);
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return ChoiceMetric.judge(
          sample,
          answer,
          extraction,
          this::judge,
          other -> wrongAnswer(other, "texts and likelihoods"));
    }

    private Judgement judge(Choices choices, Decision decision) {
      int taken = decision.index().orElse(NONE);
      boolean right = choices.right().contains(taken);
      int expected = right ? taken : choices.right().iterator().next();
      return new Judgement.Judged(
          new Contribution(
              spec(),
              right ? 1.0 : 0.0,
              List.of((double) expected, (double) taken),
              null,
              Map.of(),
              decision.explanation() + ", right is " + choices.rightLetters()));
    }

    @Override
    public Prepared prepare(List<Row> rows) {
      List<Row> ordered =
          rows.stream()
              .sorted(Comparator.comparing(Row::sampleId).thenComparingInt(Row::epoch))
              .toList();
      return new Confusion(
          ordered.stream().map(Row::cluster).toList(),
          ordered.stream().mapToInt(each -> label(each, 0)).toArray(),
          ordered.stream().mapToInt(each -> label(each, 1)).toArray());
    }

    private static int label(Row row, int place) {
      return row.contribution().statistics().get(place).intValue();
    }
  }
}
