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
import io.assay.tasks.statistics.CohenKappa;
import io.assay.tasks.statistics.CohenKappa.Weighting;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// How far judges agree with people, or two judges with each other, beyond chance: Cohen's kappa of
/// the panel's verdict and a label that the sample holds. See
/// [io.assay.tasks.statistics.CohenKappa].
@AutoService(MetricFactory.class)
public final class JudgeCohenKappa implements MetricFactory {

  private static final List<String> KINDS = List.of("score", "pass");

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "cohen_kappa",
        "Agreement of judges with people (or of two judges) beyond chance: 1 is perfect, 0 is chance.",
        Shown.TASK_TYPES,
        true,
        -1,
        1,
        1,
        "https://doi.org/10.1177/001316446002000104");
  }

  @Override
  public List<Param> params() {
    return Agreement.params(
        List.of(
            new Param(
                "human",
                "text",
                "",
                "Field of the sample's metadata with a person's verdict; without it two judges are"
                    + " compared."),
            new Param("weighting", "text", "none", "none, linear or quadratic.")),
        KINDS);
  }

  @Override
  public boolean needsTarget() {
    return false;
  }

  @Override
  public Asks asks() {
    return Asks.JUDGES;
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Agreeing(this, Params.of(spec, this));
  }

  private static final class Agreeing extends Definition implements SetMetric, OpinionMetric {

    private final Assessment assessment;
    private final String human;
    private final Weighting weighting;

    Agreeing(MetricFactory factory, Params params) {
      super(factory, params);
      this.assessment = Agreement.assessment(params, KINDS);
      this.human = params.text("human");
      this.weighting =
          Weighting.valueOf(
              params
                  .choice("weighting", List.of("none", "linear", "quadratic"))
                  .toUpperCase(Locale.ROOT));
      int judges = assessment.judges().size();
      if (human.isEmpty() && judges != 0 && judges != 2) {
        throw new IllegalArgumentException(
            "cohen_kappa without human compares two judges, but judges names "
                + judges
                + "; name two, or give human: the metadata field with a person's verdict, or take"
                + " krippendorff_alpha");
      }
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
      String explanation = OpinionMetric.explained(opinions);
      if (human.isEmpty()) {
        return opinions.size() == 2
            ? pair(opinions.get(0).value(), opinions.get(1).value(), explanation)
            : unjudgeable(
                "cohen_kappa without human compares two judges, but "
                    + opinions.size()
                    + " judged");
      }
      OptionalDouble verdict = Agreement.label(subject.sample().metadata().get(human));
      return verdict.isPresent()
          ? pair(
              Math.rint(Opinions.mean(opinions)),
              verdict.getAsDouble(),
              "a person: " + verdict.getAsDouble() + "\n\n" + explanation)
          : unjudgeable(
              "metadata "
                  + human
                  + " of sample "
                  + subject.sample().id()
                  + " holds no person's verdict: expected a number, pass or fail");
    }

    private Judgement pair(double first, double second, String explanation) {
      return judged(first == second ? 1 : 0, List.of(first, second), explanation);
    }

    @Override
    public Prepared prepare(List<Row> rows) {
      return PreparedRows.of(
          rows,
          row -> List.of(row.contribution().statistics()),
          (pairs, weights) -> {
            List<List<Double>> repeated = PreparedRows.repeated(pairs, weights);
            return CohenKappa.of(
                repeated.stream().map(pair -> pair.get(0)).toList(),
                repeated.stream().map(pair -> pair.get(1)).toList(),
                weighting);
          });
    }
  }
}
