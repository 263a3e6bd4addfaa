package io.assay.tasks.translation;

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
import java.util.List;

/// The mean of sentence BLEU over samples, from 0 to 100, each as sacreBLEU's `sentence_bleu`. Not
/// comparable with corpus BLEU.
@AutoService(MetricFactory.class)
public final class SentenceBleuMetric implements MetricFactory {

  @Override
  public MetricInfo info() {
    return new MetricInfo(
        "sentence_bleu",
        "Mean BLEU of single answers (sacreBLEU's sentence_bleu).",
        TextTasks.ALL,
        true,
        0,
        100,
        1,
        "https://github.com/mjpost/sacrebleu");
  }

  @Override
  public List<Param> params() {
    return BleuParams.all(true);
  }

  @Override
  public Metric create(MetricSpec spec) {
    Params params = Params.of(spec, this);
    return new Judge(this, params, BleuParams.read(params));
  }

  private static final class Judge extends Mean {

    private final Bleu bleu;

    Judge(MetricFactory factory, Params params, Bleu bleu) {
      super(factory, params, 16);
      this.bleu = bleu;
    }

    @Override
    public Judgement judge(Sample sample, Answer answer) {
      return judgeText(sample, answer, this::judged);
    }

    private Judgement judged(String text, List<String> references) {
      double[] statistics = bleu.statistics(text, references);
      return judged(bleu.score(statistics), bleu.explain(statistics));
    }
  }
}
