package io.assay.tasks.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.event.Answer;
import io.assay.contracts.event.Contribution;
import io.assay.contracts.spec.MetricSpec;
import io.assay.tasks.metric.AdditiveMetric;
import io.assay.tasks.metric.Judgement;
import io.assay.tasks.metric.Judging;
import io.assay.tasks.metric.Metric;
import io.assay.tasks.metric.MetricContract;
import io.assay.tasks.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordErrorRateTest implements MetricContract {

  @Override
  public MetricSpec spec() {
    return Judging.spec("wer", "{\"normalizer\": \"whisper-english\"}");
  }

  @Override
  public Case anyCase(Random random, int number) {
    return SpeechCases.any(random, number);
  }

  @Test
  void theExplanationIsTheAlignment() {
    Contribution judged =
        Judging.judged(
            Metrics.create(MetricSpec.of("wer")),
            "the dog down on the old mat",
            Judging.text("the cat sat on the mat today"));

    assertThat(judged.value()).isEqualTo(4 / 7.0);
    assertThat(judged.statistics()).containsExactly(4.0, 2.0, 1.0, 1.0, 1.0);
    assertThat(judged.explanation())
        .isEqualTo(
            "4 hits, 2 substitutions, 1 deletions, 1 insertions:"
                + " the [cat sat → dog down] on the [+old+] mat [-today-]");
  }

  @Test
  void textsAreNormalisedAlike() {
    assertThat(
            Judging.value(
                Metrics.create(spec()), "it's 21%", Judging.text("It is twenty-one percent.")))
        .isEqualTo(0.0);
  }

  @Test
  void aTargetWithoutWordsCountsInsertions() {
    var metric = (AdditiveMetric) Metrics.create(spec());

    assertThat(Judging.value(metric, "a b c", Judging.text(""))).isEqualTo(3.0);
    assertThat(metric.value(new double[] {0, 0, 0, 0, 2})).hasValue(0);
    assertThat(metric.value(new double[] {2, 1, 1, 5, 2})).hasValue(1.75);
  }

  @Test
  void anotherTableOfSpellingsIsPartOfTheSignature(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("table.json");
    Files.writeString(file, "{\"kolour\": \"color\", \"a\\u0062\": \"c\\nd\"}");
    MetricSpec spec =
        new MetricSpec(
            "wer",
            "wer",
            java.util.Map.of(
                "normalizer", JSON.textNode("whisper-english"),
                "spelling", JSON.textNode(file.toString())));
    Metric metric = Metrics.create(spec);

    assertThat(Judging.value(metric, "kolour", Judging.text("color"))).isEqualTo(0.0);
    assertThat(Judging.value(metric, "colour", Judging.text("color"))).isEqualTo(1.0);
    assertThat(metric.signature())
        .matches("wer\\|normalizer:whisper-english\\|spelling:[0-9a-f]{16}\\|version:1");
  }

  @Test
  void aTableThatIsNoneIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("table.json");
    Files.writeString(file, "{\"colour\": 1}");

    assertThatThrownBy(() -> SpellingFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no JSON object of words");
    assertThatThrownBy(() -> SpellingFile.read(folder.resolve("none")))
        .hasMessageContaining("cannot read");
    assertThatThrownBy(() -> Metrics.create(Judging.spec("wer", "{\"spelling\": \"x\"}")))
        .hasMessage(
            "spelling of metric wer is given, but its normalizer is none,"
                + " expected whisper-english");
  }

  @Test
  void textsThatWouldTakeHoursAreNotJudged() {
    var random = new Random(1);
    Judgement judgement =
        Metrics.create(MetricSpec.of("cer"))
            .judge(
                Judging.sample(Judging.text(noise(random, 400_000))),
                new Answer.Text(noise(random, 400_000)));

    assertThat(judgement)
        .isEqualTo(
            new Judgement.Unjudgeable(
                "answer and target of sample s1 are too long and differ too much to be aligned"));
  }

  private static String noise(Random random, int length) {
    return random
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
