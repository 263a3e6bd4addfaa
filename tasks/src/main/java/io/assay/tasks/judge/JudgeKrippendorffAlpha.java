package io.assay.tasks.judge;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Keys;
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
import io.assay.tasks.statistics.KrippendorffAlpha;
import io.assay.tasks.statistics.KrippendorffAlpha.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How far judges agree with each other beyond chance: Krippendorff's alpha over what each of a
/// panel said. See [io.assay.tasks.statistics.KrippendorffAlpha].
@AutoService(MetricFactory.class)
public final class JudgeKrippendorffAlpha implements MetricFactory {

  private static final List<String> KINDS = List.of("score", "pass", "preference");

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "krippendorff_alpha",
        "Agreement of several judges beyond chance: 1 is perfect, 0 is chance.",
        Shown.TASK_TYPES,
        true,
        -1,
        1,
        1,
        "https://www.asc.upenn.edu/sites/default/files/2021-03/Computing%20Krippendorff%27s%20Alpha-Reliability.pdf");
  }

  @Override
  public List<Param> params() {
    return Agreement.params(
        List.of(
            new Param(
                "level",
                "text",
                "interval",
                "What ratings mean: nominal, ordinal, interval or ratio.")),
        KINDS);
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
    return Agreement.asks(spec);
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Agreeing(this, Params.of(spec, this));
  }

  private static final class Agreeing extends Definition implements SetMetric, OpinionMetric {

    private final Assessment assessment;
    private final Level level;

    Agreeing(MetricFactory factory, Params params) {
      super(factory, params);
      this.assessment = Agreement.assessment(params, KINDS);
      this.level =
          Level.valueOf(
              params
                  .choice("level", List.of("nominal", "ordinal", "interval", "ratio"))
                  .toUpperCase(Locale.ROOT));
    }

    @Override
    public Assessment assessment() {
      return assessment;
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return OpinionMetric.alone(this, sample);
    }

    @Override
    public Judgement of(Subject subject, List<Opinion> opinions) {
      Map<String, Double> labels = new HashMap<>();
      opinions.forEach(each -> labels.put(Keys.join(each.rival(), each.judge()), each.value()));
      return new Judgement.Judged(
          new Contribution(
              spec(), null, List.of(), null, labels, OpinionMetric.explained(opinions)));
    }

    @Override
    public Prepared prepare(List<Row> rows) {
      return PreparedRows.of(
          rows,
          Agreeing::ratings,
          (ratings, weights) ->
              KrippendorffAlpha.of(PreparedRows.repeated(ratings, weights), level));
    }

    /// What the judges said of each thing that was judged.
    private static List<double[]> ratings(Row row) {
      Map<String, List<Double>> byRival = new TreeMap<>();
      new TreeMap<>(row.contribution().labels())
          .forEach((key, value) ->
              byRival
                  .computeIfAbsent(Keys.split(key).getFirst(), _ -> new ArrayList<>())
                  .add(value));
      return byRival.values().stream()
          .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
          .toList();
    }
  }
}
