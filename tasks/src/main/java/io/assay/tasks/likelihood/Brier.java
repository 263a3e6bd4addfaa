package io.assay.tasks.likelihood;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.choice.Choices;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Mean;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How far the probabilities of the choices are from certainty of the right one: the sum of their
/// squared differences, from 0 to 2; the mean over samples. The probabilities are those that the
/// log-likelihoods give if no other answers are possible.
@AutoService(MetricFactory.class)
public final class Brier implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "brier",
        "Mean squared difference of the choices' probabilities from what is right.",
        List.of("multiple-choice-likelihood"),
        false,
        2,
        0,
        1,
        "https://en.wikipedia.org/wiki/Brier_score");
  }

  @Override
  public List<Param> params() {
    return List.of();
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Mean {

    Judge(MetricFactory factory, Params params) {
      super(factory, params, 32);
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return ScoredChoices.judge(
          sample,
          answer,
          scored -> judge(sample, scored),
          other -> wrongAnswer(other, "likelihoods"));
    }

    private Judgement judge(Sample sample, ScoredChoices scored) {
      Set<Integer> right = scored.choices().right();
      if (right.size() > 1) {
        return ScoredChoices.unfit(sample, "has more than one right choice");
      }
      int index = right.iterator().next();
      double[] probabilities = ChoiceScores.probabilities(scored.logprobs());
      return judged(
          ChoiceScores.brier(probabilities, index),
          "probability of "
              + Choices.letter(index)
              + ", which is right, is "
              + String.format(Locale.ROOT, "%.4f", probabilities[index]));
    }
  }
}
