package io.assay.tasks.answer;

import com.google.auto.service.AutoService;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Mean;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import java.util.List;

/// SQuAD's F1: the harmonic mean of precision and recall over bags of words in lower case without
/// punctuation and articles, the best over all targets; the mean over samples. From 0 to 1, where
/// SQuAD's own script prints percent.
@AutoService(MetricFactory.class)
public final class SquadF1 implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "squad_f1",
        "Mean overlap of words with the nearest target, as SQuAD's evaluation.",
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
    return new Judge(this, Params.of(spec, this), "version");
  }

  static final class Judge extends Mean {

    private final SquadVersion version;

    Judge(MetricFactory factory, Params params, String versionParam) {
      super(factory, params, 32);
      version = SquadVersion.of(params, versionParam);
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return judgeText(version.withNoAnswer(sample), answer, this::judge);
    }

    private Judgement judge(String text, List<String> targets) {
      List<String> given = SquadWords.of(text);
      SquadVersion.Score score = version.score(given, targets);
      return judged(
          score.f1(),
          "compared the words “"
              + SquadWords.shown(text)
              + "” with “"
              + SquadWords.shown(score.nearest())
              + "”");
    }
  }
}
