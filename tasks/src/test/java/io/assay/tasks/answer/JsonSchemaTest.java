package io.assay.tasks.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Answer;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import io.assay.tasks.metric.TextCases;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest implements MetricContract {

  private static final String AGE =
      "{\"title\": \"a person\", \"type\": \"object\", \"required\": [\"age\"],"
          + " \"properties\": {\"age\": {\"type\": \"integer\", \"minimum\": 0}}}";

  @Override
  public MetricSpec spec() {
    return Judging.spec("json_schema", "{\"schema\": " + AGE + "}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    String answer = random.nextBoolean() ? "{\"age\": 3}" : "three";
    return new Case(TextCases.sample(number, ""), new Answer.Text(answer));
  }

  private static Metric metric(String params) {
    return Metrics.create(Judging.spec("json_schema", params));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'{\"age\": 3}', 1",
        "'{\"age\": -3}', 0",
        "'{\"age\": 3} yours', 0",
        "'[]', 0",
        "'', 0",
      })
  void answersAreHeldToTheSchema(String answer, double value) {
    assertThat(Judging.value(Metrics.create(spec()), answer, Judging.text(""))).isEqualTo(value);
  }

  @Test
  void withoutASchemaAnyJsonWillDo() {
    assertThat(Judging.value(metric("{}"), " [1, null] ", Judging.text(""))).isEqualTo(1);
    assertThat(Judging.value(metric("{}"), "NaN", Judging.text(""))).isEqualTo(0);
  }

  @Test
  void aCodeBlockIsForgivenWhereItIsSaid() {
    String block = "```json\n{\"age\": 3}\n```\n";

    assertThat(Judging.value(metric("{}"), block, Judging.text(""))).isEqualTo(0);
    assertThat(Judging.value(metric("{\"code_block\": true}"), block, Judging.text("")))
        .isEqualTo(1);
    assertThat(Judging.value(metric("{\"code_block\": true}"), "```\n```", Judging.text("")))
        .isEqualTo(0);
    assertThat(Judging.value(metric("{\"code_block\": true}"), "[1]", Judging.text("")))
        .isEqualTo(1);
  }

  @Test
  void whatIsWrongIsShown() {
    Metric metric = Metrics.create(spec());

    assertThat(Judging.judged(metric, "{\"age\": \"3\"}", Judging.text("")).explanation())
        .contains("/age");
    assertThat(Judging.judged(metric, "{\"age\": }", Judging.text("")).explanation())
        .startsWith("no JSON: ")
        .contains("line 1");
  }

  @Test
  void aPatternThatBacktracksWithoutEndIsAReasonNotAHang() {
    Metric metric = metric("{\"schema\": {\"pattern\": \"(x+x+)+y\"}}");

    assertThat(metric.judge(Judging.sample(null), new Answer.Text("\"" + "x".repeat(5000) + "\"")))
        .isInstanceOf(Judgement.Unjudgeable.class);
  }

  @Test
  void anAnswerThatIsNestedWithoutEndIsNoCrash() {
    Metric metric =
        metric("{\"schema\": {\"$id\": \"https://example.org/t\", \"items\": {\"$ref\": \"#\"}}}");
    String deep = "[".repeat(900) + "]".repeat(900);

    assertThat(metric.judge(Judging.sample(null), new Answer.Text(deep))).isNotNull();
  }

  @Test
  void faultySchemasAreRefusedAndNothingIsFetched() {
    assertThatThrownBy(() -> metric("{\"schema\": 3}")).hasMessageContaining("schema is 3");
    assertThatThrownBy(() -> metric("{\"schema\": {\"type\": \"thing\"}}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> metric("{\"schema\": {\"pattern\": \"(\"}}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> metric("{\"schema\": {\"$ref\": \"http://localhost:1/schema.json\"}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema is faulty");
    assertThatThrownBy(() -> metric("{\"schema\": {\"$ref\": \"file:///etc/hostname\"}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("schema is faulty");
  }

  @Test
  void aReferenceThatLeadsNowhereIsAReason() {
    Metric metric = metric("{\"schema\": {\"$ref\": \"#/$defs/no\"}}");

    assertThat(metric.judge(Judging.sample(null), new Answer.Text("1")))
        .isInstanceOfSatisfying(
            Judgement.Unjudgeable.class, it -> assertThat(it.reason()).contains("$ref"));
  }

  @Test
  void schemasMayReferToTheirOwnPartsByName() {
    Metric metric =
        metric(
            "{\"schema\": {\"$ref\": \"https://example.org/n\", \"$defs\": {\"n\":"
                + " {\"$id\": \"https://example.org/n\", \"type\": \"number\"}}}}");

    assertThat(Judging.value(metric, "1", Judging.text(""))).isEqualTo(1);
    assertThat(Judging.value(metric, "[]", Judging.text(""))).isEqualTo(0);
  }

  @Test
  void aLongSchemaIsNamedByItsHash() {
    assertThat(Metrics.create(spec()).signature()).contains("|schema:sha256-");
    assertThat(metric("{\"schema\": {\"type\": \"array\"}}").signature())
        .contains("|schema:{\"type\":\"array\"}|");
  }
}
