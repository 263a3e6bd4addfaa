package io.assay.tasks.edit;

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
import io.assay.tasks.metric.TextTasks;
import io.assay.tasks.text.PythonText;
import java.util.List;

/// How near the answer is to a target in characters: 1 less the Levenshtein distance by the longer
/// text's length, the best over all targets; the mean over samples.
@AutoService(MetricFactory.class)
public final class LevenshteinSimilarity implements MetricFactory {

  /// Pairs of characters that are compared at most: about three seconds.
  private static final long MOST_PAIRS = 100_000_000_000L;

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "levenshtein_similarity",
        "Mean similarity to the nearest target in characters.",
        TextTasks.ALL,
        true,
        0,
        1,
        1,
        "https://rapidfuzz.github.io/RapidFuzz/Usage/distance/Levenshtein.html");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param("ignore_case", "boolean", "false", "compare in lower case"),
        new Param("strip", "boolean", "false", "delete white space around both first"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Mean {

    private final boolean ignoreCase;
    private final boolean strip;

    Judge(MetricFactory factory, Params params) {
      super(factory, params, 32);
      ignoreCase = params.flag("ignore_case");
      strip = params.flag("strip");
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return judgeText(sample, answer, (text, targets) -> judge(sample, text, targets));
    }

    private Judgement judge(Sample sample, String text, List<String> targets) {
      int[] given = codePoints(text);
      List<int[]> accepted = targets.stream().map(this::codePoints).toList();
      long pairs = accepted.stream().mapToLong(each -> (long) each.length * given.length).sum();
      if (pairs > MOST_PAIRS) {
        return unjudgeable(
            "answer to sample "
                + sample.id()
                + " and its targets are too long to be compared character by character");
      }
      double best =
          accepted.stream()
              .mapToDouble(each -> Levenshtein.similarity(given, each))
              .max()
              .orElse(0);
      return judged(best, given.length + " characters");
    }

    private int[] codePoints(String text) {
      String folded = ignoreCase ? PythonText.lower(text) : text;
      return (strip ? PythonText.strip(folded) : folded).codePoints().toArray();
    }
  }
}
