package io.assay.tasks.likelihood;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.choice.Choices;
import io.assay.tasks.choice.MostLikely;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// How far a model's confidence is from how often it is right: samples are sorted into bins of
/// equal width by the probability of the likeliest choice, and in each bin the mean probability is
/// compared with the share of right ones; the mean over bins, weighted by their samples. One sample
/// alone has none.
@AutoService(MetricFactory.class)
public final class ExpectedCalibrationError implements MetricFactory {

  private static final int MOST_BINS = 1000;

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "ece",
        "Expected calibration error: how far confidence is from the share of right choices.",
        List.of("multiple-choice-likelihood"),
        false,
        1,
        0,
        1,
        "https://arxiv.org/abs/1706.04599");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param("bins", "integer", "10", "into how many bins confidence is divided, 1 to 1000"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Definition implements AdditiveMetric {

    private final int bins;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
      bins = params.integer("bins", 1);
      if (bins > MOST_BINS) {
        throw new IllegalArgumentException(
            "bins of metric ece is " + bins + ", expected " + MOST_BINS + " or less");
      }
    }

    /// For each bin the sum of confidence less right ones: neither is needed apart.
    @Override
    public List<Statistic> statistics() {
      var statistics = new ArrayList<Statistic>();
      for (int i = 1; i <= bins; i++) {
        statistics.add(Statistic.real("overconfidence in bin " + i));
      }
      statistics.add(Statistic.count("samples"));
      return statistics;
    }

    @Override
    public OptionalDouble value(double[] sums) {
      double samples = sums[bins];
      double off = 0;
      for (int i = 0; i < bins; i++) {
        off += Math.abs(sums[i]);
      }
      return samples > 0 ? OptionalDouble.of(off / samples) : OptionalDouble.empty();
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return ScoredChoices.judge(
          sample, answer, this::judge, other -> wrongAnswer(other, "likelihoods"));
    }

    private Judgement judge(ScoredChoices scored) {
      double[] probabilities = ChoiceScores.probabilities(scored.logprobs());
      int taken = MostLikely.index(probabilities);
      double confidence = probabilities[taken];
      boolean right = scored.choices().right().contains(taken);
      var statistics = new ArrayList<>(Collections.nCopies(bins + 1, 0.0));
      statistics.set(bin(confidence), confidence - (right ? 1 : 0));
      statistics.set(bins, 1.0);
      return new Judgement.Judged(
          new Contribution(
              spec(),
              null,
              statistics,
              null,
              Map.of(),
              String.format(
                  Locale.ROOT,
                  "probability of %s is %.4f, which is %s",
                  Choices.letter(taken),
                  confidence,
                  right ? "right" : "wrong")));
    }

    /// Bins are open below and closed above.
    private int bin(double confidence) {
      return Math.clamp((long) Math.ceil(confidence * bins) - 1, 0, bins - 1);
    }
  }
}
