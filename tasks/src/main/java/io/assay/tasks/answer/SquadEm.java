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
import java.util.List;

/// SQuAD's exact match: whether the answer has the words of a target, in its order, in lower case
/// without punctuation and articles; the share of samples where it has. From 0 to 1, where SQuAD's
/// own script prints percent.
@AutoService(MetricFactory.class)
public final class SquadEm implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "squad_em",
        "Share of answers with exactly the words of a target, as SQuAD's evaluation.",
        List.of("text-generation"),
        true,
        0,
        1,
        1,
        "https://rajpurkar.github.io/SQuAD-explorer/");
  }

  @Override
  public List<Param> params() {
    return List.of(SquadVersion.param("version"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Proportion {

    private final SquadVersion version;

    Judge(MetricFactory factory, Params params) {
      super(factory, params);
      version = SquadVersion.of(params, "version");
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return judgeText(version.withNoAnswer(sample), answer, this::judge);
    }

    private Judgement judge(String text, List<String> targets) {
      List<String> given = SquadWords.of(text);
      return judged(
          version.isExact(given, targets), "compared the words “" + SquadWords.shown(text) + "”");
    }
  }
}
