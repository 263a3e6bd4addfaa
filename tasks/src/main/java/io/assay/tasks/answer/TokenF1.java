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
import io.assay.tasks.text.PythonRegex;
import io.assay.tasks.text.PythonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Overlap of the answer's words with a target's: the harmonic mean of precision and recall over
/// bags of words in lower case without punctuation and articles, the best over all targets; the
/// mean over samples, from 0 to 1. As SQuAD's official evaluation.
@AutoService(MetricFactory.class)
public final class TokenF1 implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "token_f1",
        "Mean overlap of words with the nearest target (SQuAD's F1).",
        List.of("text-generation"),
        true,
        0,
        1,
        1,
        "https://rajpurkar.github.io/SQuAD-explorer/");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param(
            "squad",
            "text",
            "v1",
            "v1: an answer without words is worth 0; v2: it is worth 1 where no answer is expected"));
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Mean {

    private static final Pattern ARTICLES = PythonRegex.compile("\\b(a|an|the)\\b");

    private final boolean secondVersion;

    Judge(MetricFactory factory, Params params) {
      super(factory, params, 32);
      secondVersion = params.choice("squad", List.of("v1", "v2")).equals("v2");
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      if (!(answer instanceof Answer.Text(String text))) {
        return wrongAnswer(answer, "texts");
      }
      var targets = targets(sample);
      if (targets.isEmpty()) {
        return noTarget(sample);
      }
      List<String> given = words(text);
      double best =
          golds(targets.get()).stream().mapToDouble(each -> f1(given, each)).max().orElse(0);
      return judged(
          best, "compared the words “" + PythonText.excerpt(String.join(" ", given), 200) + "”");
    }

    private List<List<String>> golds(List<String> targets) {
      List<List<String>> golds = targets.stream().map(Judge::words).toList();
      if (!secondVersion) {
        return golds;
      }
      List<List<String>> some = golds.stream().filter(each -> !each.isEmpty()).toList();
      return some.isEmpty() ? List.of(List.of()) : some;
    }

    private static List<String> words(String text) {
      String plain = PythonText.withoutPunctuation(PythonText.lower(text));
      return PythonText.split(ARTICLES.matcher(plain).replaceAll(" "));
    }

    private double f1(List<String> given, List<String> gold) {
      if (secondVersion && (given.isEmpty() || gold.isEmpty())) {
        return given.isEmpty() && gold.isEmpty() ? 1 : 0;
      }
      int common = common(given, gold);
      if (common == 0) {
        return 0;
      }
      double precision = (double) common / given.size();
      double recall = (double) common / gold.size();
      return 2 * precision * recall / (precision + recall);
    }

    private static int common(List<String> given, List<String> gold) {
      Map<String, Integer> left = new HashMap<>();
      gold.forEach(word -> left.merge(word, 1, Integer::sum));
      int common = 0;
      for (String word : given) {
        int more = left.getOrDefault(word, 0);
        if (more > 0) {
          left.put(word, more - 1);
          common++;
        }
      }
      return common;
    }
  }
}
