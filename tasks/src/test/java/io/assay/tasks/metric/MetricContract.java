package io.assay.tasks.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.contracts.wire.ContractJson;
import io.assay.tasks.text.UnknownName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// What holds of every metric. Each metric's test implements this; the repetition number is the
/// seed, so that a failure can be replayed. Says nothing of whether a value is right: that is for
/// golden vectors.
public interface MetricContract {

  JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// The metric as documents name it, with parameters worth testing.
  MetricSpec spec();

  /// Some sample with an answer that can be judged.
  Case anyCase(Random random, int number);

  /// A sample and an answer to it.
  record Case(Sample sample, Answer answer) {}

  /// What a metric says of a case; by sample and answer alone, unless a test knows more of it.
  default Judgement judgement(Metric metric, Case some) {
    return metric.judge(some.sample(), some.answer());
  }

  private Metric metric() {
    return Metrics.create(spec());
  }

  @Test
  default void itIsListedWithItsFacts() {
    MetricFactory factory = Metrics.find(spec().metric()).orElseThrow();

    assertThat(factory.info().summary()).endsWith(".");
    assertThat(factory.info().source()).startsWith("https://");
    assertThat(factory.info().taskTypes()).isNotEmpty();
    assertThat(factory.info().version()).isPositive();
    assertThat(factory.params()).allSatisfy(each -> assertThat(each.summary()).isNotBlank());
    assertThat(metric().spec()).isEqualTo(spec());
  }

  @Test
  default void itsSignatureIsStableAndNamesEveryParameter() {
    String signature = metric().signature();

    assertThat(signature).isEqualTo(metric().signature());
    assertThat(signature).startsWith(metric().info().name() + "|").contains("|version:");
    Metrics.find(spec().metric()).orElseThrow().params().stream()
        .map(each -> "|" + each.name() + ":")
        .forEach(each -> assertThat(signature).contains(each));
  }

  @Test
  default void anUnknownParameterIsRefused() {
    var wrong = new MetricSpec(spec().metric(), "wrong", Map.of("no_such", JSON.numberNode(1)));

    assertThatThrownBy(() -> Metrics.create(wrong))
        .isInstanceOf(UnknownName.class)
        .hasMessageContaining("no_such");
  }

  @Test
  default void hostileInputIsNeverAnException() {
    Metric metric = metric();
    for (Answer answer : hostileAnswers()) {
      boolean text = answer instanceof Answer.Text;
      for (Sample sample : hostileSamples(text ? List.of("") : List.of("query", "passage"))) {
        assertCanTravel(metric.judge(sample, answer));
      }
    }
  }

  private static void assertCanTravel(Judgement judgement) {
    assertThatCode(() -> ContractJson.mapper().writeValueAsBytes(judgement))
        .doesNotThrowAnyException();
    if (judgement instanceof Judgement.Judged(Contribution contribution)) {
      assertThat(contribution.statistics()).allMatch(Double::isFinite);
    }
  }

  private static List<Answer> hostileAnswers() {
    return List.of(
        new Answer.Text(""),
        new Answer.Text("\ud800 lone \udc00"),
        new Answer.Text("9".repeat(1_000_000)),
        new Answer.Text("A: ".repeat(300_000)),
        new Answer.Text(" ".repeat(1_000_000)),
        new Answer.Text("\u0000#### -.,$"),
        new Answer.Likelihoods(List.of(new Answer.Continuation(-1e300, 1, false))),
        new Answer.Likelihoods(
            List.of(new Answer.Continuation(0, 0, true), new Answer.Continuation(0, 0, true))),
        new Answer.Vectors(List.of(Embedding.of())),
        new Answer.Vectors(List.of(Embedding.of(Float.NaN), Embedding.of(1))),
        new Answer.Vectors(List.of(Embedding.of(1, 2), Embedding.of(1))),
        new Answer.Vectors(List.of(Embedding.of(0, 0), Embedding.of(1, 1))),
        new Answer.Vectors(List.of(Embedding.of(Float.MAX_VALUE, 1), Embedding.of(1, 1))),
        new Answer.Vectors(List.of(Embedding.of(Float.POSITIVE_INFINITY))),
        new Answer.Vectors(List.of(Embedding.of(Float.MAX_VALUE, Float.MAX_VALUE))));
  }

  private static List<Sample> hostileSamples(List<String> kinds) {
    var samples = new ArrayList<Sample>();
    samples.add(new Sample("s", JSON.textNode("i"), null, null, Map.of()));
    for (JsonNode target : hostileTargets()) {
      for (String kind : kinds) {
        samples.add(
            new Sample("s", JSON.textNode("i"), target, null, Map.of("kind", JSON.textNode(kind))));
      }
    }
    return samples;
  }

  private static List<JsonNode> hostileTargets() {
    return List.of(
        JSON.nullNode(),
        JSON.textNode(""),
        JSON.textNode("\udc00x"),
        JSON.textNode("1e999"),
        JSON.numberNode(4),
        JSON.booleanNode(true),
        JSON.arrayNode(),
        JSON.arrayNode().add("a").add(1).addNull(),
        JSON.arrayNode().add("5").add(""),
        JSON.objectNode(),
        JSON.objectNode().put("d1", 1).put("d2", "x"),
        JSON.objectNode().put("d1", 1).put("", -1e300));
  }

  @Test
  default void theOtherKindOfAnswerIsNotJudged() {
    boolean text = anyCase(new Random(1), 1).answer() instanceof Answer.Text;
    Answer other =
        text ? new Answer.Vectors(List.of(Embedding.of(1))) : new Answer.Text("an answer");

    assertThat(metric().judge(anyCase(new Random(1), 1).sample(), other))
        .isInstanceOf(Judgement.Unjudgeable.class);
  }

  @RepeatedTest(10)
  default void aSampleIsJudgedAloneAndAlwaysAlike(RepetitionInfo run) {
    Case some = anyCase(new Random(run.getCurrentRepetition()), 1);

    Judgement judgement = judgement(metric(), some);

    assertThat(judgement).isInstanceOf(Judgement.Judged.class).isEqualTo(judgement(metric(), some));
  }

  @RepeatedTest(10)
  default void theOrderOfSamplesLeavesNoTrace(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    List<SetMetric.Row> rows = rows(random, 30);
    List<SetMetric.Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);

    switch (metric()) {
      case SetMetric set -> {
        assertThat(set.prepare(shuffled).value()).isEqualTo(set.prepare(rows).value());
        assertThat(set.prepare(shuffled).clusters()).isEqualTo(set.prepare(rows).clusters());
      }
      case AdditiveMetric additive ->
          assertThat(additive.value(sums(additive, shuffled)))
              .hasValueCloseTo(
                  additive.value(sums(additive, rows)).orElseThrow(),
                  org.assertj.core.api.Assertions.within(
                      1e-12
                          * Math.max(1, Math.abs(additive.value(sums(additive, rows)).orElse(0)))));
    }
  }

  @RepeatedTest(3)
  default void streamingIsBatch(RepetitionInfo run) {
    new Streaming(metric(), this, new Random(run.getCurrentRepetition())).check();
  }

  @RepeatedTest(5)
  default void onceEachIsTheValueAndNothingIsNoValue(RepetitionInfo run) {
    List<SetMetric.Row> rows = rows(new Random(run.getCurrentRepetition()), 20);

    switch (metric()) {
      case SetMetric set -> {
        SetMetric.Prepared prepared = set.prepare(rows);
        int units = prepared.clusters().size();
        var ones = new int[units];
        java.util.Arrays.fill(ones, 1);
        assertThat(prepared.value(ones)).isEqualTo(prepared.value());
        assertThat(prepared.value(new int[units])).isEmpty();
        assertThat(set.prepare(List.of()).value()).isEmpty();
      }
      case AdditiveMetric additive ->
          assertThat(additive.value(new double[additive.statistics().size()])).isEmpty();
    }
  }

  private List<SetMetric.Row> rows(Random random, int count) {
    var rows = new ArrayList<SetMetric.Row>();
    Metric metric = metric();
    for (int i = 0; i < count; i++) {
      Case each = anyCase(random, i);
      var judged = (Judgement.Judged) judgement(metric, each);
      rows.add(new SetMetric.Row(each.sample().id(), 1, each.sample().id(), judged.contribution()));
    }
    return rows;
  }

  private static double[] sums(AdditiveMetric metric, List<SetMetric.Row> rows) {
    var sums = new double[metric.statistics().size()];
    for (SetMetric.Row row : rows) {
      assertThat(row.contribution().statistics()).hasSize(sums.length);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += row.contribution().statistics().get(i);
      }
    }
    return sums;
  }
}
