package io.assay.tasks.judge;

import static io.assay.tasks.judge.Asking.judge;
import static io.assay.tasks.judge.Asking.judged;
import static io.assay.tasks.judge.Asking.sample;
import static io.assay.tasks.judge.Asking.spec;
import static io.assay.tasks.judge.Asking.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Blob;
import io.assay.contracts.event.Embedding;
import io.assay.contracts.event.ModelRequest;
import io.assay.contracts.event.Sample;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Asks;
import io.assay.tasks.metric.Consulting;
import io.assay.tasks.metric.Consulting.Rival;
import io.assay.tasks.metric.Consulting.Subject;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.MetricFactory;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.SetMetric;
import io.assay.tasks.metric.SetMetric.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeMetricsTest {

  private static final List<String> ONE = List.of("j");
  private static final Sample SAMPLE = sample("s", "42", Map.of());

  /// Prefers 42, wherever it stands.
  private static String fair(String text) {
    boolean a = text.contains("[Answer A]\n42\n");
    boolean b = text.contains("[Answer B]\n42\n");
    return "[[" + (a == b ? "C" : a ? "A" : "B") + "]]";
  }

  @Test
  void theJudgeSeesQuestionTargetAnswerAndCriteria() {
    var metric =
        (Consulting) Metrics.create(spec("judge_score", ONE, "rubric", "Be brief.", "high", 5));
    var question = metric.questions(subject(SAMPLE, "The answer is {{target}}.")).getFirst();

    assertThat(Asking.text(question))
        .contains("6 * 7?", "Be brief.", "[[X]]", "1 (worst) to 5 (best)", "right]\n42\n")
        .contains("The answer is {{target}}.");
  }

  @Test
  void withoutTargetThereIsNoWordOfAReference() {
    var metric = (Consulting) Metrics.create(spec("judge_score", ONE));
    var none = new Sample("s", JsonNodeFactory.instance.textNode("?"), null, null, Map.of());
    assertThat(Asking.text(metric.questions(subject(none, "x")).getFirst()))
        .doesNotContain("reference");
  }

  @Test
  void anOwnTemplateMayNameMetadataAndIsRefusedWhereItNamesWhatIsNot() {
    var own = spec("judge_pass", ONE, "template", "{{metadata.lang}}: {{answer}} [[PASS]]");
    var inFrench = sample("s", "x", Map.of("lang", JsonNodeFactory.instance.textNode("fr")));
    var question =
        ((Consulting) Metrics.create(own)).questions(subject(inFrench, "oui")).getFirst();
    assertThat(Asking.text(question)).isEqualTo("fr: oui [[PASS]]");

    assertThatThrownBy(() -> Metrics.create(spec("judge_pass", ONE, "template", "{{anwser}}")))
        .hasMessageContaining("anwser")
        .hasMessageContaining("it may name question, target, metadata.FIELD, rubric, answer");
    assertThatThrownBy(() -> Metrics.create(spec("judge_score", ONE, "low", 5, "high", 5)))
        .hasMessageContaining("low is 5, expected less than high, 5");
  }

  @Test
  void aPanelPassesByMajority() {
    var spec = spec("judge_pass", List.of("x", "y", "z"));
    var passed =
        Asking.judgeEach(
            spec, subject(SAMPLE, "42"), q -> q.judge().equals("x") ? "[[FAIL]]" : "[[PASS]]");
    assertThat(judged(passed).value()).isEqualTo(1);
    var failed =
        Asking.judgeEach(
            spec, subject(SAMPLE, "42"), q -> q.judge().equals("x") ? "[[PASS]]" : "[[FAIL]]");
    assertThat(judged(failed).value()).isEqualTo(0);
  }

  @Test
  void anAnswerWinsOnlyWhereItIsPreferredInBothOrders() {
    var spec = spec("win_rate", ONE);
    assertThat(judged(judge(spec, subject(SAMPLE, "42", "41"), JudgeMetricsTest::fair)).value())
        .isEqualTo(1);
    assertThat(judged(judge(spec, subject(SAMPLE, "41", "42"), JudgeMetricsTest::fair)).value())
        .isEqualTo(0);
    assertThat(judged(judge(spec, subject(SAMPLE, "42", "41"), _ -> "[[A]]")).value())
        .isEqualTo(0.5);
    assertThat(judged(judge(spec, subject(SAMPLE, "42", "42"), _ -> "nobody asks")).value())
        .isEqualTo(0.5);
  }

  @Test
  void aJudgeThatFavoursAPlaceIsFoundOut() {
    var spec = spec("position_consistency", ONE);
    assertThat(judged(judge(spec, subject(SAMPLE, "42", "41"), _ -> "[[A]]")).value()).isEqualTo(0);
    assertThat(judged(judge(spec, subject(SAMPLE, "42", "41"), JudgeMetricsTest::fair)).value())
        .isEqualTo(1);
    assertThatThrownBy(() -> Metrics.create(spec("position_consistency", ONE, "swap", false)))
        .hasMessageContaining("expected true");
  }

  @Test
  void withoutSwapEachOrderComesForAboutHalfOfTheSamples() {
    var metric = (Consulting) Metrics.create(spec("win_rate", ONE, "swap", false));
    int ownFirst = 0;
    for (int i = 0; i < 1000; i++) {
      var questions = metric.questions(subject(sample("sample-" + i, "42", Map.of()), "42", "41"));
      assertThat(questions).hasSize(1);
      ownFirst += Asking.text(questions.getFirst()).contains("[Answer A]\n42") ? 1 : 0;
    }
    assertThat(ownFirst).isBetween(300, 700);
    var spec = spec("win_rate", ONE, "swap", false);
    for (int i = 0; i < 10; i++) {
      var subject = subject(sample("sample-" + i, "42", Map.of()), "42", "41");
      assertThat(judged(judge(spec, subject, JudgeMetricsTest::fair)).value()).isEqualTo(1);
    }
  }

  @Test
  void aBaselineIsComparedWithNobodyAndOthersOnlyWithIt() {
    var spec = spec("win_rate", ONE, "against", "r0");
    var metric = (Consulting) Metrics.create(spec);
    assertThat(metric.questions(subject(SAMPLE, "42", "41", "40"))).hasSize(2);
    var baseline = new Subject("r0", SAMPLE, new Answer.Text("41"), List.of());
    assertThat(judge(spec, baseline, JudgeMetricsTest::fair))
        .isInstanceOf(Judgement.NotApplicable.class);
    assertThat(Metrics.asks(spec)).isEqualTo(Asks.JUDGES_AND_RIVALS);
    assertThat(Metrics.asks(spec("win_rate", ONE, "against", "target"))).isEqualTo(Asks.JUDGES);
    var against = spec("win_rate", ONE, "against", "target");
    assertThat(judged(judge(against, subject(SAMPLE, "41"), JudgeMetricsTest::fair)).value())
        .isEqualTo(0);
  }

  @Test
  void bradleyTerryRatesEachModelFromAllMatches() {
    // own beats r0 in 3 of 4, so odds are 3 to 1: 400 * log10(3) points apart
    var spec = spec("bradley_terry", ONE, "prior", 0);
    var metric = (SetMetric) Metrics.create(spec);
    var rows = new ArrayList<Row>();
    for (int i = 0; i < 4; i++) {
      var subject = i == 0 ? subject(SAMPLE, "41", "42") : subject(SAMPLE, "42", "41");
      rows.add(new Row("s" + i, 1, "s" + i, judged(judge(spec, subject, JudgeMetricsTest::fair))));
    }
    double apart = 400 * Math.log10(3);
    assertThat(metric.prepare(rows).value().orElseThrow())
        .isCloseTo(1000 + apart / 2, within(1e-3));
  }

  @Test
  void lengthsAreTakenOutOfAWinRateThatComesFromThem() {
    var spec = spec("length_controlled_win_rate", ONE);
    var metric = (SetMetric) Metrics.create(spec);
    var rows = new ArrayList<Row>();
    for (int i = 0;
        i < 40;
        i++) { // the longer answer wins three times of four; ours mostly is longer
      boolean longer = i < 32;
      boolean wins = longer ? i % 4 != 0 : i % 4 == 0;
      String own = longer ? "x".repeat(50) : "x".repeat(10);
      var subject = subject(SAMPLE, own, longer ? "y".repeat(10) : "y".repeat(50));
      Function<String, String> judge =
          text -> "[[" + (text.contains("[Answer A]\nx") == wins ? "A" : "B") + "]]";
      rows.add(new Row("s" + i, 1, "s" + i, judged(judge(spec, subject, judge))));
    }
    assertThat(rows.stream().mapToDouble(row -> row.contribution().value()).average().orElse(0))
        .isEqualTo(0.65);
    assertThat(metric.prepare(rows).value().orElseThrow()).isCloseTo(0.5, within(0.01));
  }

  @Test
  void imagesAreAttachedInTheOrderThatTheTextNames() {
    var a = new Blob("a".repeat(64), "image/png", 10);
    var b = new Blob("b".repeat(64), "image/png", 10);
    var subject =
        new Subject(
            "own",
            SAMPLE,
            new Answer.Images(List.of(a)),
            List.of(new Rival("r0", new Answer.Images(List.of(b)))));
    var rating = (Consulting) Metrics.create(spec("judge_score", ONE));
    assertThat(message(rating.questions(subject).getFirst()).attachments()).containsExactly(a);
    var comparison = (Consulting) Metrics.create(spec("win_rate", ONE));
    assertThat(comparison.questions(subject).stream().map(JudgeMetricsTest::message).toList())
        .satisfiesExactly(
            first -> {
              assertThat(first.attachments()).containsExactly(a, b);
              assertThat(first.content())
                  .contains("[Answer A]\n(attached image 1)", "[Answer B]\n(attached image 2)");
            },
            second -> assertThat(second.attachments()).containsExactly(b, a));
  }

  private static ModelRequest.ChatMessage message(Consulting.Question question) {
    return ((ModelRequest.GenerateText) question.request()).messages().getFirst();
  }

  @Test
  void agreementIsThatOfTheStatisticsClasses() {
    var spec = spec("krippendorff_alpha", List.of("x", "y"), "of", "pass", "level", "nominal");
    var metric = (SetMetric) Metrics.create(spec);
    var rows = new ArrayList<Row>();
    String[] x = {"PASS", "PASS", "FAIL", "FAIL"};
    String[] y = {"PASS", "FAIL", "FAIL", "FAIL"};
    for (int i = 0; i < x.length; i++) {
      int at = i;
      var judgement =
          Asking.judgeEach(
              spec,
              subject(SAMPLE, "a"),
              q -> "[[" + (q.judge().equals("x") ? x[at] : y[at]) + "]]");
      rows.add(new Row("s" + i, 1, "s" + i, judged(judgement)));
    }
    var units =
        List.of(new double[] {1, 1}, new double[] {1, 0}, new double[] {0, 0}, new double[] {0, 0});
    var expected =
        io.assay.tasks.statistics.KrippendorffAlpha.of(
            units, io.assay.tasks.statistics.KrippendorffAlpha.Level.NOMINAL);
    assertThat(metric.prepare(rows).value()).isEqualTo(expected);
  }

  @Test
  void kappaComparesAPanelWithAPerson() {
    var spec = spec("cohen_kappa", ONE, "of", "pass", "human", "label");
    var metric = (SetMetric) Metrics.create(spec);
    var rows = new ArrayList<Row>();
    String[] human = {"pass", "fail", "yes", "0"};
    String[] judge = {"PASS", "PASS", "PASS", "FAIL"};
    for (int i = 0; i < human.length; i++) {
      int at = i;
      var labelled =
          sample("s", "42", Map.of("label", JsonNodeFactory.instance.textNode(human[i])));
      var judgement = judge(spec, subject(labelled, "a"), _ -> "[[" + judge[at] + "]]");
      rows.add(new Row("s" + i, 1, "s" + i, judged(judgement)));
    }
    assertThat(metric.prepare(rows).value().orElseThrow()).isCloseTo(0.5, within(1e-12));
    assertThat(judge(spec, subject(SAMPLE, "a"), _ -> "[[PASS]]"))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class, it -> assertThat(it.reason()).contains("label"));
    assertThatThrownBy(() -> Metrics.create(spec("cohen_kappa", List.of("a", "b", "c"))))
        .hasMessageContaining("compares two judges");
  }

  @Test
  void similarityIsTheCosineWithTheNearestTarget() {
    var spec = spec("semantic_similarity", ONE);
    var metric = (Consulting) Metrics.create(spec);
    var targets = JsonNodeFactory.instance.arrayNode().add("north").add("east");
    var sample = new Sample("s", JsonNodeFactory.instance.textNode("?"), targets, null, Map.of());
    var subject = subject(sample, "north-east-east");
    var question = metric.questions(subject).getFirst();
    assertThat(question.request())
        .isEqualTo(new ModelRequest.Embed(List.of("north-east-east", "north", "east"), "text"));
    var reply =
        new Answer.Vectors(List.of(Embedding.of(3, 4), Embedding.of(0, 1), Embedding.of(1, 0)));
    var contribution = judged(metric.judge(subject, List.of(reply)));
    assertThat(contribution.value()).isCloseTo(0.8, within(1e-12));
    assertThat(contribution.explanation()).contains("north");
    assertThat(judged(metric.judge(subject(sample, " "), List.of())).value()).isEqualTo(0);
  }

  static Stream<MetricFactory> asking() {
    return Metrics.all().stream().filter(each -> each.asks() != Asks.NOTHING);
  }

  @ParameterizedTest
  @MethodSource("asking")
  void everyMetricThatAsksSaysSoAndKeepsItsWord(MetricFactory factory) {
    var spec = spec(factory.info().name(), ONE, names(factory));
    var metric = Metrics.create(spec);
    assertThat(factory.info().source()).startsWith("https://");
    assertThat(factory.params()).extracting(MetricFactory.Param::name).contains("judges");
    factory
        .params()
        .forEach(each -> assertThat(metric.signature()).contains("|" + each.name() + ":"));
    assertThat(metric.judge(SAMPLE, new Answer.Text("42")))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class, it -> assertThat(it.reason()).contains("in a job"));
    var asks = (Consulting) metric;
    var subject = subject(SAMPLE, "42", "41", "40");
    assertThat(asks.questions(subject)).isNotEmpty().isEqualTo(asks.questions(subject));
    assertThat(asks.questions(subject)).allSatisfy(it -> assertThat(it.judge()).isEqualTo("j"));
  }

  @ParameterizedTest
  @MethodSource("asking")
  void hostileAnswersAndRepliesAreNeverAnException(MetricFactory factory) {
    var spec = spec(factory.info().name(), ONE, names(factory));
    for (String hostile :
        List.of("", "\ud800", "[[A]][[5]][[PASS]]", "]]".repeat(50_000), "{{#x}}")) {
      assertThat(judgeAnyway(factory, spec, subject(SAMPLE, hostile, "41"), hostile)).isNotNull();
    }
  }

  private static Judgement judgeAnyway(
      MetricFactory factory, MetricSpec spec, Subject subject, String reply) {
    var metric = (Consulting) factory.create(spec);
    var replies =
        metric.questions(subject).stream().<Answer>map(_ -> new Answer.Text(reply)).toList();
    return metric.judge(subject, replies);
  }

  private static Object[] names(MetricFactory factory) {
    return factory.info().name().equals("cohen_kappa")
        ? new Object[] {"human", "label"}
        : new Object[0];
  }

  @Test
  void theOrderOfRowsAndTheirRepetitionLeaveNoTrace() {
    for (String name : List.of("bradley_terry", "elo", "length_controlled_win_rate")) {
      var spec = spec(name, ONE);
      var metric = (SetMetric) Metrics.create(spec);
      var rows = new ArrayList<Row>();
      for (int i = 0; i < 30; i++) {
        var subject = subject(SAMPLE, i % 3 == 0 ? "41" : "42", i % 5 == 0 ? "42" : "41 or so");
        rows.add(
            new Row("s" + i, 1, "s" + i, judged(judge(spec, subject, JudgeMetricsTest::fair))));
      }
      var once = metric.prepare(rows).value();
      Collections.shuffle(rows, new Random(5));
      assertThat(metric.prepare(rows).value()).isEqualTo(once);
    }
  }
}
