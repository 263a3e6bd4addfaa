package io.assay.tasks.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.choice.ChoiceCases;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChoiceLikelihoodTest {

  abstract static class Contract implements MetricContract {

    @Override
    public Case anyCase(Random random, int number) {
      return ChoiceCases.anyLikelihoods(random, number);
    }

    Contribution judged(Sample sample, double... logprobs) {
      var judgement = Metrics.create(spec()).judge(sample, ChoiceCases.likelihoods(logprobs));
      return ((Judgement.Judged) judgement).contribution();
    }

    @Test
    void aLikelihoodForEachChoiceIsNeeded() {
      Metric metric = Metrics.create(spec());
      Sample sample = ChoiceCases.sample(JSON.textNode("A"), "red", "green");

      assertThat(metric.judge(sample, ChoiceCases.likelihoods(-1)))
          .isInstanceOf(Judgement.Unjudgeable.class);
      assertThat(metric.judge(Judging.sample(null), new Answer.Text("A")))
          .isInstanceOf(Judgement.Unjudgeable.class);
    }
  }

  @Nested
  class AccNormTest extends Contract {

    @Override
    public MetricSpec spec() {
      return MetricSpec.of("acc_norm");
    }

    @Test
    void longChoicesAreNotAtADisadvantage() {
      Sample sample = ChoiceCases.sample(JSON.textNode("B"), "red", "light green");

      assertThat(judged(sample, -2, -4).value()).isEqualTo(1);
      assertThat(judged(sample, -1, -4).value()).isEqualTo(0);
    }
  }

  @Nested
  class AccBytesTest extends Contract {

    @Override
    public MetricSpec spec() {
      return MetricSpec.of("acc_bytes");
    }

    @Test
    void lengthsAreThoseOfUtf8() {
      Sample sample = ChoiceCases.sample(JSON.textNode("B"), "abc", "你好");

      assertThat(judged(sample, -2, -3.5).value()).isEqualTo(1);
      assertThat(judged(sample, -1, -3.5).value()).isEqualTo(0);
    }
  }

  @Nested
  class BrierTest extends Contract {

    @Override
    public MetricSpec spec() {
      return MetricSpec.of("brier");
    }

    @Test
    void certaintyOfTheRightChoiceIsZeroAndOfAWrongOneTwo() {
      Sample sample = ChoiceCases.sample(JSON.textNode("A"), "red", "green");

      assertThat(judged(sample, 0, -1000).value()).isEqualTo(0);
      assertThat(judged(sample, -1000, 0).value()).isEqualTo(2);
      assertThat(judged(sample, -7, -7).value()).isEqualTo(0.5);
    }

    @Test
    void severalRightChoicesAreNotJudged() {
      Sample sample = ChoiceCases.sample(JSON.arrayNode().add(0).add(1), "red", "green");

      assertThat(Metrics.create(spec()).judge(sample, ChoiceCases.likelihoods(-1, -1)))
          .isEqualTo(new Judgement.Unjudgeable("sample s1: has more than one right choice"));
    }
  }

  @Nested
  class EceTest extends Contract {

    @Override
    public MetricSpec spec() {
      return Judging.spec("ece", "{\"bins\": 4}");
    }

    /// Confidence 0.6 twice, once right; confidence 0.9 once, right: (|1.2 - 1| + |0.9 - 1|) / 3.
    @Test
    void confidenceIsHeldAgainstTheShareOfRightChoicesBinByBin() {
      var metric = (AdditiveMetric) Metrics.create(spec());
      Sample a = ChoiceCases.sample(JSON.textNode("A"), "red", "green");
      Sample b = ChoiceCases.sample(JSON.textNode("B"), "red", "green");
      var sums = new double[5];
      for (Contribution each :
          List.of(
              judged(a, Math.log(0.6), Math.log(0.4)),
              judged(b, Math.log(0.6), Math.log(0.4)),
              judged(a, Math.log(0.9), Math.log(0.1)))) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += each.statistics().get(i);
        }
      }

      assertThat(metric.value(sums)).hasValueCloseTo(0.1, within(1e-12));
    }

    @Test
    void binsAreClosedAboveAndASampleAloneHasNoValue() {
      Sample sample = ChoiceCases.sample(JSON.textNode("A"), "red", "green");

      assertThat(judged(sample, -1, -1).statistics()).containsExactly(0.0, -0.5, 0.0, 0.0, 1.0);
      assertThat(judged(sample, 0, -1000).statistics()).containsExactly(0.0, 0.0, 0.0, 0.0, 1.0);
      assertThat(judged(sample, -1, -1).value()).isNull();
    }

    @Test
    void noBinsAndTooManyAreRefused() {
      assertThatThrownBy(() -> Metrics.create(Judging.spec("ece", "{\"bins\": 0}")))
          .hasMessage("bins of metric ece is 0, expected 1 or more");
      assertThatThrownBy(() -> Metrics.create(Judging.spec("ece", "{\"bins\": 1001}")))
          .hasMessage("bins of metric ece is 1001, expected 1000 or less");
    }
  }
}
