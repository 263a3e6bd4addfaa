package io.assay.tasks.choice;

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
import java.util.List;

/// Whether the answer takes a right choice: by the letter in its text, or by the highest
/// log-likelihood, the first of equal ones; the share of samples where it does. Without choices, of
/// one continuation: whether it is what the model itself would have written (LAMBADA's accuracy).
@AutoService(MetricFactory.class)
public final class Accuracy implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "accuracy",
        "Share of samples where the right choice is taken.",
        List.of("multiple-choice", "multiple-choice-likelihood", "language-modeling"),
        true,
        0,
        1,
        1,
        "https://github.com/openai/simple-evals/blob/main/mmlu_eval.py");
  }

  @Override
  public List<Param> params() {
    return List.of(LetterExtraction.PARAM);
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Proportion {

    private final LetterExtraction extraction;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
      extraction = LetterExtraction.of(params);
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      if (answer instanceof Answer.Likelihoods(var continuations)
          && continuations.size() == 1
          && !sample.metadata().containsKey(Choices.FIELD)) {
        boolean greedy = continuations.getFirst().greedy();
        return judged(greedy, (greedy ? "is" : "is not") + " what the model would have written");
      }
      return ChoiceMetric.judge(
          sample,
          answer,
          extraction,
          this::judge,
          other -> wrongAnswer(other, "texts and likelihoods"));
    }

    private Judgement judge(Choices choices, Decision decision) {
      return judged(
          decision.index().filter(choices.right()::contains).isPresent(),
          decision.explanation() + ", right is " + choices.rightLetters());
    }
  }
}
