package io.assay.tasks.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerplexityTest {

  abstract static class Contract implements MetricContract {

    @Override
    public Case anyCase(Random random, int number) {
      var sample =
          new Sample(
              "s" + number,
              JSON.textNode("some words ".repeat(1 + number % 3)),
              null,
              null,
              Map.of());
      return new Case(sample, likelihood(-random.nextDouble(), 1 + random.nextInt(9)));
    }

    static Answer likelihood(double logprob, int tokens) {
      return new Answer.Likelihoods(List.of(new Answer.Continuation(logprob, tokens, false)));
    }

    Contribution judged(String input, @Nullable JsonNode target, double logprob, int tokens) {
      var sample = new Sample("s1", JSON.textNode(input), target, null, Map.of());
      var judgement = Metrics.create(spec()).judge(sample, likelihood(logprob, tokens));
      return ((Judgement.Judged) judgement).contribution();
    }
  }

  @Nested
  class WordPerplexityTest extends Contract {

    @Override
    public MetricSpec spec() {
      return MetricSpec.of("word_perplexity");
    }

    @Test
    void corporaAreRatiosOfSumsNotMeansOfRatios() {
      var metric = (AdditiveMetric) Metrics.create(spec());
      var first = judged("a b", null, -4, 2).statistics();
      var second = judged("c", null, -5, 1).statistics();

      assertThat(
              metric.value(
                  new double[] {first.get(0) + second.get(0), first.get(1) + second.get(1)}))
          .hasValueCloseTo(Math.exp(3), within(1e-9));
    }

    @Test
    void whatIsScoredIsTheTargetIfThereIsOne() {
      assertThat(judged("one two three", JSON.textNode("four"), -2, 1).statistics())
          .containsExactly(-2.0, 1.0);
    }

    @Test
    void aNumberTooLargeIsNone() {
      var metric = (AdditiveMetric) Metrics.create(spec());

      assertThat(metric.value(new double[] {-1e6, 1})).isEmpty();
      assertThat(judged("a", null, -1e6, 1).value()).isNull();
    }

    @Test
    void severalLikelihoodsAndListsOfTextsAreNotJudged() {
      var metric = Metrics.create(spec());
      var two =
          new Answer.Likelihoods(
              List.of(
                  new Answer.Continuation(-1, 1, false), new Answer.Continuation(-1, 1, false)));

      assertThat(metric.judge(Judging.sample(null), two)).isInstanceOf(Judgement.Unjudgeable.class);
      assertThat(
              metric.judge(
                  new Sample("s", JSON.arrayNode().add("a"), null, null, Map.of()),
                  likelihood(-1, 1)))
          .isInstanceOf(Judgement.Unjudgeable.class);
    }
  }

  @Nested
  class BytePerplexityTest extends Contract {

    @Override
    public MetricSpec spec() {
      return MetricSpec.of("byte_perplexity");
    }

    @Test
    void bytesAreThoseOfUtf8() {
      assertThat(judged("é你😀", null, -9, 3).value()).isCloseTo(Math.E, within(1e-12));
    }
  }

  @Nested
  class BitsPerByteTest extends Contract {

    @Override
    public MetricSpec spec() {
      return MetricSpec.of("bits_per_byte");
    }

    @Test
    void logarithmsAreToTheBaseOfTwo() {
      assertThat(judged("abcd", null, -8 * Math.log(2), 1).value()).isCloseTo(2, within(1e-12));
    }
  }

  @Nested
  class LambadaPerplexityTest extends Contract {

    @Override
    public MetricSpec spec() {
      return MetricSpec.of("perplexity");
    }

    @Test
    void itIsTakenBySampleUnlessByToken() {
      var byToken = Metrics.create(Judging.spec("perplexity", "{\"per\": \"token\"}"));
      var judged = (Judgement.Judged) byToken.judge(Judging.sample(null), likelihood(-6, 3));

      assertThat(judged("a b c", null, -2, 7).value()).isCloseTo(Math.exp(2), within(1e-12));
      assertThat(judged.contribution().value()).isCloseTo(Math.exp(2), within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"a b,2", " a,2", "'',1", "a \u00a0\t b\u200bc,2", "a ,2"})
  void wordsArePiecesBetweenWhiteSpace(String text, int words) {
    assertThat(TextUnits.words(text)).isEqualTo(words);
  }
}
