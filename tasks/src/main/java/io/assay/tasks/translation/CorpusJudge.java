package io.assay.tasks.translation;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Params;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Judges answers by a corpus metric: a sample has the score of its segment, and all samples
/// together have the score of their summed statistics, as if they were one text.
final class CorpusJudge extends Definition implements AdditiveMetric {

  private final CorpusMetric metric;
  private final List<Statistic> statistics;

  /// @param metric made of the same parameters
  CorpusJudge(MetricFactory factory, Params params, CorpusMetric metric) {
    super(factory, params);
    this.metric = metric;
    var all = new ArrayList<>(metric.statistics());
    all.add(Statistic.count("segments"));
    this.statistics = List.copyOf(all);
  }

  @Override
  public List<Statistic> statistics() {
    return statistics;
  }

  @Override
  public Judgement judge(Sample sample, Answer answer) {
    return judgeText(sample, answer, this::judged);
  }

  private Judgement judged(String text, List<String> references) {
    try {
      double[] segment = metric.statistics(text, references);
      List<Double> contribution = new ArrayList<>(Arrays.stream(segment).boxed().toList());
      contribution.add(1.0);
      return judged(metric.segmentScore(segment), contribution, metric.explain(segment));
    } catch (TooLong reason) {
      return unjudgeable(String.valueOf(reason.getMessage()));
    }
  }

  /// Empty segments have sums of 0 but were measured, so that it is their number which decides.
  @Override
  public OptionalDouble value(double[] sums) {
    int segments = sums.length - 1;
    return sums[segments] > 0
        ? OptionalDouble.of(metric.score(Arrays.copyOf(sums, segments)))
        : OptionalDouble.empty();
  }
}
