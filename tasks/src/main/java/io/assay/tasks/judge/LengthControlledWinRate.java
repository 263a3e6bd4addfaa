package io.assay.tasks.judge;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Consulting.Subject;
import io.assay.tasks.metric.Definition;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.statistics.WinRate;
import io.assay.tasks.statistics.WinRate.Battle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What the win rate would be if answers were as long as their rivals': judges prefer long answers.
/// In the manner of AlpacaEval 2, see [io.assay.tasks.statistics.WinRate#lengthControlled].
@AutoService(MetricFactory.class)
public final class LengthControlledWinRate implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "length_controlled_win_rate",
        "Win rate by judges' preference with the answers' lengths taken out.",
        Shown.TASK_TYPES,
        true,
        0,
        1,
        1,
        "https://arxiv.org/abs/2404.04475");
  }

  @Override
  public List<Param> params() {
    return ComparisonParams.PARAMS;
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Asks asks() {
    return Asks.JUDGES_AND_RIVALS;
  }

  @Override
  public Asks asks(MetricSpec spec) {
    return Comparison.asks(spec);
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Controlled(this, Params.of(spec, this));
  }

  private static final class Controlled extends Definition implements SetMetric, OpinionMetric {

    private static final int FIELDS = 3;

    private final Comparison comparison;

    Controlled(MetricFactory factory, Params params) {
      super(factory, params);
      this.comparison = Comparison.withRivals(params);
    }

    @Override
    public Assessment assessment() {
      return comparison;
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return OpinionMetric.alone(this, sample);
    }

    @Override
    public Judgement of(Subject subject, List<Opinion> opinions) {
      var statistics = new ArrayList<Double>();
      for (Opinion opinion : opinions) {
        statistics.add(opinion.value());
        statistics.add(length(subject.answer()));
        statistics.add(comparison.lengthOf(opinion.rival(), subject));
      }
      return judged(Opinions.mean(opinions), statistics, OpinionMetric.explained(opinions));
    }

    private static double length(Answer answer) {
      return Shown.of(answer).map(shown -> shown.text().length()).orElse(0);
    }

    @Override
    public Prepared prepare(List<Row> rows) {
      return PreparedRows.of(
          rows,
          Controlled::battles,
          (battles, weights) ->
              OptionalDouble.of(
                  new WinRate(PreparedRows.repeated(battles, weights)).lengthControlled()));
    }

    private static List<Battle> battles(Row row) {
      List<Double> all = row.contribution().statistics();
      var battles = new ArrayList<Battle>();
      for (int i = 0; i + FIELDS <= all.size(); i += FIELDS) {
        battles.add(new Battle(all.get(i), all.get(i + 1), all.get(i + 2)));
      }
      return battles;
    }
  }
}
