package io.assay.tasks.overlap;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Sample;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Mean;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.MetricFactory.Param;
import io.assay.tasks.metric.MetricInfo;
import io.assay.tasks.metric.Params;
import io.assay.tasks.metric.TextTasks;
import io.assay.tasks.translation.TooLong;
import java.util.Comparator;
import java.util.List;

/// Judges answers by ROUGE: the F-measure with that target which gives the best one, and the mean
/// of these over samples, from 0 to 1.
final class RougeJudge extends Mean {

  private final RougeType type;
  private final boolean useStemmer;

  RougeJudge(MetricFactory factory, Params params) {
    super(factory, params, 32);
    this.type = RougeType.of(factory.info().name());
    this.useStemmer = params.flag("use_stemmer");
  }

  static MetricInfo info(String name, String summary) {
    return new MetricInfo(
        name,
        summary,
        TextTasks.ALL,
        true,
        0,
        1,
        1,
        "https://github.com/google-research/google-research/tree/master/rouge");
  }

  static List<Param> params() {
    return List.of(
        new Param("use_stemmer", "boolean", "false", "compare the stems of English words"));
  }

  @Override
  public Judgement judge(Sample sample, Answer answer) {
    var text = textOf(answer).orElse(null);
    if (text == null) {
      return wrongAnswer(answer, "texts");
    }
    return targets(sample).map(each -> judged(text, each)).orElseGet(() -> noTarget(sample));
  }

  private Judgement judged(String text, List<String> targets) {
    try {
      OverlapScore best =
          targets.stream()
              .map(target -> RougePair.of(target, text, useStemmer).score(type))
              .max(Comparator.comparingDouble(OverlapScore::fmeasure))
              .orElseThrow();
      return judged(best.fmeasure(), explain(best));
    } catch (TooLong reason) {
      return unjudgeable(String.valueOf(reason.getMessage()));
    }
  }

  /// To three digits; `String.format` takes longer than all of ROUGE.
  private static double rounded(double share) {
    return Math.rint(share * 1000) / 1000;
  }

  private String explain(OverlapScore score) {
    String units =
        switch (type) {
          case RougeType.Ngrams(int n) -> n == 1 ? "words" : n + "-grams of words";
          case RougeType.LongestSubsequence _ -> "words in the same order";
          case RougeType.SummarySubsequences _ -> "words in the order of some line";
        };
    return score.matches()
        + " "
        + units
        + " shared: of "
        + score.written()
        + " in the answer (precision "
        + rounded(score.precision())
        + "), of "
        + score.expected()
        + " in the target (recall "
        + rounded(score.recall())
        + ")";
  }
}
