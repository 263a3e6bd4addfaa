package io.assay.tasks.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.text.UnknownName;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BleuMetricTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("bleu", "{\"tokenize\": \"intl\", \"smooth_method\": \"floor\"}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return CorpusScores.anyCase(random, number);
  }

  @Test
  void itAgreesWithSacrebleuOnCorpora() {
    CorpusScores.checkCorpora("bleu_corpus.jsonl", "bleu_corpus", "bleu");
  }

  @Test
  void aShortAnswerHasASentenceScoreThoughTheCorpusScoreIsZero() {
    var metric = (AdditiveMetric) Metrics.create(MetricSpec.of("bleu"));

    assertThat(Judging.value(metric, "two words", Judging.text("two words")))
        .isCloseTo(100, within(1e-9));
    assertThat(metric.value(new double[] {2, 2, 2, 1, 0, 0, 2, 1, 0, 0, 1})).hasValue(0);
  }

  @Test
  void emptyAnswersToEmptyTargetsAreMeasured() {
    var metric = (AdditiveMetric) Metrics.create(MetricSpec.of("bleu"));

    assertThat(metric.value(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3})).hasValue(0);
  }

  @Test
  void theExplanationShowsWhatTheScoreIsMadeOf() {
    assertThat(
            Judging.judged(
                    Metrics.create(MetricSpec.of("bleu")),
                    "The cat sat.",
                    Judging.text("The cat sat on the mat."))
                .explanation())
        .isEqualTo(
            "matched n-grams 4/4, 2/3, 1/2, 0/1; 4 words, reference 7, brevity penalty 0.472");
  }

  @Test
  void theDefaultOfTheSmoothingValueIsInTheSignature() {
    assertThat(Metrics.create(MetricSpec.of("bleu")).signature())
        .isEqualTo(
            "bleu|tokenize:13a|lowercase:false|smooth_method:exp|smooth_value:0.0"
                + "|max_ngram_order:4|effective_order:false|version:1");
    assertThat(Metrics.create(Judging.spec("bleu", "{\"smooth_method\": \"add-k\"}")).signature())
        .isEqualTo(
            Metrics.create(
                    Judging.spec("bleu", "{\"smooth_method\": \"add-k\", \"smooth_value\": 1}"))
                .signature());
  }

  @Test
  void wrongParametersAreRefused() {
    assertThatThrownBy(() -> Metrics.create(Judging.spec("bleu", "{\"tokenize\": \"13b\"}")))
        .isInstanceOf(UnknownName.class)
        .hasMessageContaining("did you mean 13a?");
    assertThatThrownBy(() -> Metrics.create(Judging.spec("bleu", "{\"max_ngram_order\": 101}")))
        .hasMessageContaining("expected 1 to 100");
  }

  @Test
  void aCorpusNeedsReferencesForEachHypothesis() {
    assertThatThrownBy(() -> Bleu.DEFAULT.corpusScore(List.of("a", "b"), List.of(List.of("a"))))
        .hasMessageContaining("2 hypotheses and references of 1 segments");
    assertThatThrownBy(() -> Bleu.DEFAULT.corpusScore(List.of("a"), List.of(List.of())))
        .hasMessage("BLEU needs a reference");
    assertThatThrownBy(() -> Bleu.DEFAULT.corpusScore(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
