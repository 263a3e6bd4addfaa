package io.assay.tasks.overlap;

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
import io.assay.tasks.translation.BleuTokenizer;
import java.util.List;

/// Mean METEOR of samples from 0 to 1, each with its best target, as NLTK computes it without
/// WordNet: equal words, then equal stems, no synonyms. NLTK leaves the words to its caller; here
/// texts are split by one of BLEU's tokenizers, `13a` if nothing is said, and `none` splits at
/// white space only. Numbers are not comparable with those of METEOR's own Java program.
@AutoService(MetricFactory.class)
public final class MeteorMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "meteor",
        "Mean of matching words and stems, less the more scattered they are (METEOR).",
        TextTasks.ALL,
        true,
        0,
        1,
        1,
        "https://www.nltk.org/api/nltk.translate.meteor_score.html");
  }

  @Override
  public List<Param> params() {
    return List.of(
        new Param("alpha", "number", "0.9", "the weight of precision against recall, 0 to 1"),
        new Param("beta", "number", "3", "how steeply the penalty grows with fragmentation"),
        new Param("gamma", "number", "0.5", "the largest penalty, 0 to 1"),
        new Param(
            "tokenize", "text", "13a", "one of " + String.join(", ", BleuTokenizer.labels())));
  }

  @Override
  public Metric create(MetricSpec spec) {
    return new Judge(this, Params.of(spec, this));
  }

  private static final class Judge extends Mean {

    private final Meteor meteor;
    private final BleuTokenizer tokenizer;

    Judge(MetricFactory factory, Params params) {
      super(factory, params, 32);
      meteor = new Meteor(share(params, "alpha"), params.number("beta", 0), share(params, "gamma"));
      tokenizer = BleuTokenizer.of(params.choice("tokenize", BleuTokenizer.labels()));
    }

    private static double share(Params params, String name) {
      double share = params.number(name, 0);
      if (share > 1) {
        throw new IllegalArgumentException(name + " of meteor is " + share + ", expected 0 to 1");
      }
      return share;
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
      List<String> given = words(text);
      Meteor.Match best = meteor.best(given, targets.stream().map(this::words).toList());
      return judged(
          best.score(),
          best.matches() + " of " + given.size() + " words matched, in " + best.chunks() + " runs");
    }

    private List<String> words(String text) {
      return PythonText.split(tokenizer.tokenize(PythonText.stripEnd(text)));
    }
  }
}
